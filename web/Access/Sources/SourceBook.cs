using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using OpsBoard.Units;
using OpsBoard.Web.Access.Audit;

namespace OpsBoard.Web.Access.Sources;

/// <summary>The registry of sources and their keys in <c>access.db</c>. Every act is in the audit trail or did not happen.</summary>
internal sealed class SourceBook(AccessDatabase database, AuditTrail trail, SecretBox box, TimeProvider clock)
{
    /// <summary>So that a source can go over from one to the other while both hold.</summary>
    public const int MostKeys = 2;

    /// <param name="validFor">Of a bearer key; null for a signing one.</param>
    /// <exception cref="SourceException">There is such a source, or the name is none.</exception>
    public IssuedKey Add(string actor, RegisteredSource source, KeyKind kind, TimeSpan? validFor) => database.Write(connection =>
    {
        if (!RegisteredSource.IsName(source.Name)) throw new SourceException(SourceFault.Name, RegisteredSource.NameRule);
        if (Find(connection, source.Name) is not null)
            throw new SourceException(SourceFault.NameTaken, $"There is a source '{source.Name}' already: ./opsboard source rotate {source.Name} gives it another key.");
        AccessDatabase.Run(
            connection,
            "INSERT INTO sources (name, units, rate, added_ms) VALUES ($1, $2, $3, $4)",
            source.Name,
            string.Join(' ', source.Units),
            source.EventsPerSecond,
            clock.GetUtcNow().ToUnixTimeMilliseconds());
        var issued = Issue(connection, source.Name, kind, validFor);
        trail.Note(connection, actor, AuditActions.SourceAdded, source.Actor, $"{Told(issued)}; {Told(source)}");
        return issued;
    });

    /// <summary>Other rights under the same name and keys.</summary>
    /// <param name="units">Null: as they are.</param>
    /// <param name="eventsPerSecond">Null: as it is.</param>
    /// <exception cref="SourceException">There is no such source.</exception>
    public RegisteredSource Change(string actor, string name, ImmutableArray<UnitPath>? units, int? eventsPerSecond) => database.Write(connection =>
    {
        var former = Known(connection, name).Source;
        var source = former with { Units = units ?? former.Units, EventsPerSecond = eventsPerSecond ?? former.EventsPerSecond };
        AccessDatabase.Run(connection, "UPDATE sources SET units = $2, rate = $3 WHERE name = $1", name, string.Join(' ', source.Units), source.EventsPerSecond);
        trail.Note(connection, actor, AuditActions.SourceChanged, source.Actor, Told(source));
        return source;
    });

    /// <summary>A further key. The former one stays; of two the older one ends.</summary>
    /// <param name="kind">Null: as its newest key.</param>
    /// <exception cref="SourceException">There is no such source.</exception>
    public IssuedKey Rotate(string actor, string name, KeyKind? kind, TimeSpan validFor) => database.Write(connection =>
    {
        var known = Known(connection, name);
        var active = known.Keys.Where(key => key.IsActive(clock.GetUtcNow())).ToList();
        long? replaced = active.Count == MostKeys ? active[0].Id : null;
        if (replaced is { } old) End(connection, old);
        var next = kind ?? known.Keys[^1].Kind;
        var issued = Issue(connection, name, next, next == KeyKind.Bearer ? validFor : null) with { Replaced = replaced };
        trail.Note(connection, actor, AuditActions.SourceRotated, known.Source.Actor, replaced is null ? Told(issued) : string.Create(CultureInfo.InvariantCulture, $"{Told(issued)}; key {replaced} ended"));
        return issued;
    });

    /// <param name="key">Null: all that are active.</param>
    /// <returns>The keys that ended.</returns>
    /// <exception cref="SourceException">There is no such source, or it has no such key that is active.</exception>
    public ImmutableArray<long> Revoke(string actor, string name, long? key) => database.Write(connection =>
    {
        var known = Known(connection, name);
        ImmutableArray<long> active = [.. known.Keys.Where(one => one.IsActive(clock.GetUtcNow())).Select(static one => one.Id)];
        if (active.IsEmpty) throw new SourceException(SourceFault.Key, $"Source '{name}' has no active key.");
        if (key is { } given && !active.Contains(given)) throw new SourceException(SourceFault.Key, $"Source '{name}' has no active key {given}; active are {string.Join(" and ", active)}.");
        ImmutableArray<long> ending = key is { } one ? [one] : active;
        foreach (var id in ending) End(connection, id);
        trail.Note(connection, actor, AuditActions.SourceRevoked, known.Source.Actor, $"key {string.Join(" and ", ending)}");
        return ending;
    });

    /// <returns>By name.</returns>
    public ImmutableArray<ListedSource> List() => database.Read(static connection => Listed(connection, name: null));

    /// <summary>The active keys of all sources, as far as the key ring opens them.</summary>
    /// <param name="closed">Is told of each key that it does not open.</param>
    public ImmutableArray<(RegisteredSource Source, HeldKey Key)> Keys(Action<RegisteredSource, SourceKey> closed)
    {
        var now = clock.GetUtcNow();
        var held = ImmutableArray.CreateBuilder<(RegisteredSource, HeldKey)>();
        foreach (var (source, key, kept) in database.Read(static connection => Rows(connection, name: null)).Where(row => row.Key.IsActive(now)))
        {
            var secret = key.Kind == KeyKind.Bearer ? kept : box.Open(source.Name, kept);
            if (secret is null) closed(source, key);
            else held.Add((source, new HeldKey(key, secret)));
        }

        return held.ToImmutable();
    }

    /// <summary>No act of anybody, so it leaves no trace in the trail.</summary>
    public void NoteUses(IReadOnlyDictionary<long, DateTimeOffset> lastUses) => database.Write(connection =>
    {
        foreach (var (key, at) in lastUses)
            AccessDatabase.Run(connection, "UPDATE source_keys SET last_used_ms = max($2, ifnull(last_used_ms, 0)) WHERE key_id = $1", key, at.ToUnixTimeMilliseconds());
    });

    private IssuedKey Issue(SqliteConnection connection, string name, KeyKind kind, TimeSpan? validFor)
    {
        var secret = RandomNumberGenerator.GetBytes(KeyText.SecretBytes);
        var text = kind == KeyKind.Bearer ? KeyText.OfBearer(secret) : KeyText.OfSigning(secret);
        var kept = kind == KeyKind.Bearer ? KeyText.Hash(text) : box.Seal(name, secret);
        var now = DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());
        var expires = now + validFor;
        var id = AccessDatabase.Scalar(
            connection,
            "INSERT INTO source_keys (source, kind, secret, issued_ms, expires_ms) VALUES ($1, $2, $3, $4, $5) RETURNING key_id",
            name,
            Word(kind),
            kept,
            now.ToUnixTimeMilliseconds(),
            expires?.ToUnixTimeMilliseconds());
        return new IssuedKey(new SourceKey((long)id!, kind, now, expires, null, null), text);
    }

    private void End(SqliteConnection connection, long key) =>
        AccessDatabase.Run(connection, "UPDATE source_keys SET ended_ms = $2, secret = x'' WHERE key_id = $1", key, clock.GetUtcNow().ToUnixTimeMilliseconds());

    private static ListedSource Known(SqliteConnection connection, string name)
    {
        if (Find(connection, name) is { } known) return known;
        var names = Listed(connection, name: null).Select(static listed => listed.Source.Name);
        throw new SourceException(SourceFault.Unknown, Nearest.To(name, names) is { } near ? $"There is no source '{name}'; the nearest is '{near}'." : $"There is no source '{name}', nor any other.");
    }

    private static ListedSource? Find(SqliteConnection connection, string name) => Listed(connection, name).SingleOrDefault();

    private static ImmutableArray<ListedSource> Listed(SqliteConnection connection, string? name) =>
    [
        .. Rows(connection, name)
            .GroupBy(static row => row.Source.Name, StringComparer.Ordinal)
            .Select(static rows => new ListedSource(rows.First().Source, [.. rows.Select(static row => row.Key)])),
    ];

    // Every source has a key, as it is given one with its name.
    private static List<(RegisteredSource Source, SourceKey Key, byte[] Secret)> Rows(SqliteConnection connection, string? name)
    {
        using var select = AccessDatabase.Command(
            connection,
            """
            SELECT name, units, rate, key_id, kind, issued_ms, expires_ms, ended_ms, last_used_ms, secret
            FROM sources JOIN source_keys ON source = name WHERE $1 IS NULL OR name = $1 ORDER BY name, key_id
            """,
            name);
        using var row = select.ExecuteReader();
        var all = new List<(RegisteredSource, SourceKey, byte[])>();
        while (row.Read())
        {
            var source = new RegisteredSource(row.GetString(0), [.. row.GetString(1).Split(' ').Select(UnitPath.Parse)], row.IsDBNull(2) ? null : row.GetInt32(2));
            var key = new SourceKey(row.GetInt64(3), Enum.Parse<KeyKind>(row.GetString(4), ignoreCase: true), Instant(row, 5)!.Value, Instant(row, 6), Instant(row, 7), Instant(row, 8));
            all.Add((source, key, (byte[])row.GetValue(9)));
        }

        return all;
    }

    private static DateTimeOffset? Instant(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));

    private static string Told(IssuedKey issued) => string.Create(CultureInfo.InvariantCulture, $"key {issued.Key.Id}, {Word(issued.Key.Kind)}");

    private static string Told(RegisteredSource source)
    {
        var rate = source.EventsPerSecond is { } own ? string.Create(CultureInfo.InvariantCulture, $"; {own} events a second") : "";
        return $"units {string.Join(' ', source.Units)}{rate}";
    }

    private static string Word(KeyKind kind) => kind == KeyKind.Bearer ? "bearer" : "signing";
}
