using System.Globalization;
using Microsoft.Data.Sqlite;
using OpsBoard.Units;
using OpsBoard.Web.Access.Audit;

namespace OpsBoard.Web.Access.People;

/// <summary>Who may sign in, as what and for which units. Nobody is removed, only ended; each change leaves an entry in the trail.</summary>
public sealed class PersonRegistry(AccessDatabase database, AuditTrail trail, TimeProvider clock)
{
    private const int LongestName = 64;
    private const int LongestIdentity = 512;
    private const string Columns = "person_id, name, role, scope, issuer, subject, password IS NOT NULL, added_ms, ended_ms";

    /// <summary>Those who may sign in first, then by name.</summary>
    public IReadOnlyList<Person> All => database.Read(static connection => Read(connection, $"SELECT {Columns} FROM people ORDER BY ended_ms IS NOT NULL, name, person_id"));

    /// <returns>Null when nobody of that name may sign in.</returns>
    public Person? Find(string name) => database.Read(connection => Find(connection, name));

    public Person? Find(Identity identity) => database.Read(connection =>
        Read(connection, $"SELECT {Columns} FROM people WHERE issuer = $1 AND subject = $2 AND ended_ms IS NULL", identity.Issuer, identity.Subject).FirstOrDefault());

    /// <returns>The initial password, which is told here once; null for somebody who signs in through OpenID Connect.</returns>
    /// <exception cref="PersonException">Name or identity is taken, or something of it is no name, role or scope of a person.</exception>
    public string? Add(string actor, string name, Role role, UnitPath? scope, Identity? identity = null)
    {
        if (name.Length is 0 or > LongestName || name.Trim().Length != name.Length || name.Any(char.IsControl)) throw new PersonException(PersonFault.Name, "A name is 1 to 64 characters, without line breaks and without spaces at its ends.");
        CheckRights(role, scope);
        if (identity is { Issuer.Length: 0 or > LongestIdentity } or { Subject.Length: 0 or > LongestIdentity }) throw new PersonException(PersonFault.IdentityTaken, "Issuer and subject are 1 to 512 characters each.");
        var password = identity is null ? Passwords.Generate() : null;
        var hash = password is null ? null : Passwords.Hash(password);
        database.Write(connection =>
        {
            if (Find(connection, name) is not null) throw new PersonException(PersonFault.NameTaken, $"There is a person {name} already.");
            if (identity is not null && Read(connection, $"SELECT {Columns} FROM people WHERE issuer = $1 AND subject = $2 AND ended_ms IS NULL", identity.Issuer, identity.Subject).Count > 0)
                throw new PersonException(PersonFault.IdentityTaken, "Somebody else signs in by this issuer and subject.");
            var number = AccessDatabase.Scalar(
                connection,
                "INSERT INTO people (name, role, scope, password, is_initial, issuer, subject, added_ms) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING person_id",
                name, role.ToString(), scope?.ToString(), hash, password is not null, identity?.Issuer, identity?.Subject, NowMs);
            trail.Note(connection, actor, AuditActions.PersonAdded, $"person:{number}", $"{name}, {Rights(role, scope)}{(identity is null ? "" : ", by OpenID Connect")}");
        });
        return password;
    }

    /// <summary>Holds at once, also for whoever is signed in.</summary>
    /// <exception cref="PersonException">There is no such person, or role and scope do not go together.</exception>
    public void Change(string actor, string name, Role role, UnitPath? scope)
    {
        CheckRights(role, scope);
        database.Write(connection =>
        {
            var person = FindOrThrow(connection, name);
            AccessDatabase.Run(connection, "UPDATE people SET role = $1, scope = $2 WHERE person_id = $3", role.ToString(), scope?.ToString(), person.Number);
            trail.Note(connection, actor, AuditActions.PersonChanged, $"person:{person.Number}", $"{person.Name}: {Rights(person.Role, person.Scope)} became {Rights(role, scope)}");
        });
    }

    /// <summary>Signs him out everywhere.</summary>
    /// <exception cref="PersonException">There is no such person.</exception>
    public void End(string actor, string name) => database.Write(connection =>
    {
        var person = FindOrThrow(connection, name);
        AccessDatabase.Run(connection, "UPDATE people SET ended_ms = $1 WHERE person_id = $2", NowMs, person.Number);
        SignOut(connection, person);
        trail.Note(connection, actor, AuditActions.PersonEnded, $"person:{person.Number}", person.Name);
    });

    /// <summary>Gives a new initial password, which is told here once, and signs him out everywhere.</summary>
    /// <exception cref="PersonException">There is no such person.</exception>
    public string Reset(string actor, string name)
    {
        var password = Passwords.Generate();
        var hash = Passwords.Hash(password);
        database.Write(connection =>
        {
            var person = FindOrThrow(connection, name);
            SetPassword(connection, person, hash, isInitial: true);
            trail.Note(connection, actor, AuditActions.PasswordReset, $"person:{person.Number}", person.Name);
        });
        return password;
    }

    /// <summary>Sets the password that he chose himself, and signs him out everywhere.</summary>
    /// <exception cref="PersonException">It is too short, too long or his name.</exception>
    public void ChoosePassword(Person person, string password)
    {
        if (password.Length is < Passwords.Shortest or > Passwords.Longest || password.Equals(person.Name, StringComparison.OrdinalIgnoreCase))
            throw new PersonException(PersonFault.Password, $"A password is {Passwords.Shortest} to {Passwords.Longest} characters and is not the name.");
        var hash = Passwords.Hash(password);
        database.Write(connection =>
        {
            SetPassword(connection, person, hash, isInitial: false);
            trail.Note(connection, person.Principal.Id, AuditActions.PasswordChosen, person.Principal.Id);
        });
    }

    /// <summary>Takes as long for a name that nobody has.</summary>
    /// <returns>Null when there is no such person or the password is not his.</returns>
    public Person? Verify(string name, string password)
    {
        var (person, hash) = database.Read(connection =>
        {
            var found = Find(connection, name);
            return (found, found is null ? null : AccessDatabase.Scalar(connection, "SELECT password FROM people WHERE person_id = $1", found.Number) as string);
        });
        return Passwords.Fits(hash, password) ? person : null;
    }

    internal static UnitPath? ScopeIn(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : UnitPath.Parse(row.GetString(column));

    internal static string Rights(Role role, UnitPath? scope) => $"{role.ToString().ToLower(CultureInfo.InvariantCulture)} of {(scope is { } unit ? unit.ToString() : "every unit")}";

    private long NowMs => clock.GetUtcNow().ToUnixTimeMilliseconds();

    private static void CheckRights(Role role, UnitPath? scope)
    {
        if (role is Role.Wall || !Enum.IsDefined(role)) throw new PersonException(PersonFault.Role, "A person is a leader, operator, auditor or administrator.");
        if (role is Role.Administrator && scope is not null) throw new PersonException(PersonFault.ScopeOfAdministrator, "An administrator sees no figures, so there is no scope to give.");
    }

    private static void SetPassword(SqliteConnection connection, Person person, string hash, bool isInitial)
    {
        AccessDatabase.Run(connection, "UPDATE people SET password = $1, is_initial = $2 WHERE person_id = $3", hash, isInitial, person.Number);
        SignOut(connection, person);
    }

    private static void SignOut(SqliteConnection connection, Person person) => AccessDatabase.Run(connection, "DELETE FROM sessions WHERE person_id = $1", person.Number);

    private static Person FindOrThrow(SqliteConnection connection, string name) => Find(connection, name) ?? throw new PersonException(PersonFault.Unknown, $"There is no person {name}.");

    private static Person? Find(SqliteConnection connection, string name) => Read(connection, $"SELECT {Columns} FROM people WHERE name = $1 AND ended_ms IS NULL", name).FirstOrDefault();

    private static List<Person> Read(SqliteConnection connection, string sql, params ReadOnlySpan<object?> values)
    {
        using var select = AccessDatabase.Command(connection, sql, values);
        using var row = select.ExecuteReader();
        var people = new List<Person>();
        while (row.Read()) people.Add(PersonIn(row));
        return people;
    }

    private static Person PersonIn(SqliteDataReader row) => new(
        row.GetInt64(0),
        row.GetString(1),
        Enum.Parse<Role>(row.GetString(2)),
        ScopeIn(row, 3),
        row.IsDBNull(4) ? null : new Identity(row.GetString(4), row.GetString(5)),
        row.GetBoolean(6),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(7)),
        row.IsDBNull(8) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(8)));
}
