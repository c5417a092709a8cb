using System.Collections.Frozen;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using OpsBoard.Web.Access.Audit;
using OpsBoard.Web.Access.Devices;
using OpsBoard.Web.Access.People;

namespace OpsBoard.Web.Access.Sessions;

/// <summary>
/// Who is signed in and which walls are paired. All of it is read into memory and read again when <see cref="AccessWatch"/> saw a change, so that a
/// request costs no look into the file and an invented cookie neither.
/// </summary>
internal sealed partial class SessionRegistry(AccessDatabase database, AuditTrail trail, AccessWatch watch, IOptions<StayOptions> options, TimeProvider clock, ILogger<SessionRegistry> logger)
{
    // Often enough for the shortest idle time, seldom enough for the disk; walls are told apart by days.
    private static readonly TimeSpan WritePeopleEvery = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan WriteWallsEvery = TimeSpan.FromHours(1);

    // A wall that did not get its new cookie asks again with the next report; it need not be given one each time.
    private static readonly TimeSpan RenewNotAgainFor = TimeSpan.FromMinutes(5);

    private readonly Lock _gate = new();
    private Known _known = new(-1, FrozenDictionary<string, Session>.Empty, []);

    /// <returns>Null for a secret that was never given, has ended or is too old.</returns>
    public Session? Find(string? text)
    {
        if (Secret.Of(text) is not { } secret || !Newest().ByKey.TryGetValue(Convert.ToHexString(secret.Hash()), out var session) || !IsFresh(session)) return null;
        Note(session);
        return session;
    }

    /// <summary>Whether a session that was found still holds, with the same rights. It answers from memory.</summary>
    public bool Holds(Session session)
    {
        var known = Newest();
        // A wall's cookie is renewed while its connection stays.
        if (session.IsWall) return known.Walls.Contains(session.Principal);
        return known.ByKey.TryGetValue(session.Key, out var newest) && newest.Principal == session.Principal && IsFresh(newest);
    }

    /// <summary>Signs somebody in.</summary>
    /// <param name="how">In the trail: by which means and from where.</param>
    public Secret Begin(Person person, string how)
    {
        var secret = Secret.New();
        database.Write(connection =>
        {
            var now = NowMs;
            var (idle, atMost) = (now - (long)options.Value.IdleFor.TotalMilliseconds, now - (long)options.Value.AtMost.TotalMilliseconds);
            AccessDatabase.Run(connection, "DELETE FROM sessions WHERE person_id IS NOT NULL AND (seen_ms < $1 OR began_ms < $2)", idle, atMost);
            AccessDatabase.Run(connection, "INSERT INTO sessions (hash, person_id, began_ms, seen_ms) VALUES ($1, $2, $3, $3)", secret.Hash(), person.Number, now);
            trail.Note(connection, person.Principal.Id, AuditActions.SignedIn, person.Principal.Id, how);
        });
        watch.Look();
        return secret;
    }

    /// <summary>Signs somebody out, in this browser.</summary>
    public void End(Session session)
    {
        database.Write(connection =>
        {
            AccessDatabase.Run(connection, "DELETE FROM sessions WHERE hash = $1", session.Hash);
            trail.Note(connection, session.Principal.Id, AuditActions.SignedOut, session.Principal.Id);
        });
        watch.Look();
    }

    /// <summary>
    /// Gives a wall a new secret when its own is a day old. The old one holds until the next renewal, so that an answer that was lost costs nothing.
    /// </summary>
    /// <returns>Null when it is not yet time.</returns>
    public Secret? Renew(Session wall)
    {
        var now = clock.GetUtcNow();
        if (!wall.IsWall || now - wall.Began < options.Value.WallCookieFor) return null;
        if (Newest().ByKey.Values.Any(other => other.Principal == wall.Principal && now - other.Began < RenewNotAgainFor)) return null;
        var secret = Secret.New();
        database.Write(connection =>
        {
            AccessDatabase.Run(connection, "DELETE FROM sessions WHERE wall_id = $1 AND began_ms < $2", wall.Owner, wall.Began.ToUnixTimeMilliseconds());
            AccessDatabase.Run(connection, "INSERT INTO sessions (hash, wall_id, began_ms, seen_ms) VALUES ($1, $2, $3, $3)", secret.Hash(), wall.Owner, now.ToUnixTimeMilliseconds());
        });
        // No right changed, so the trail says nothing of it and the watch would not see it.
        lock (_gate) _known = _known with { Version = -1 };
        return secret;
    }

    private long NowMs => clock.GetUtcNow().ToUnixTimeMilliseconds();

    private bool IsFresh(Session session)
    {
        var (now, stay) = (clock.GetUtcNow(), options.Value);
        return session.IsWall ? now - session.Seen < stay.WallSilentFor : now - session.Seen < stay.IdleFor && now - session.Began < stay.AtMost;
    }

    private void Note(Session session)
    {
        var now = clock.GetUtcNow();
        session.Look(now);
        if (now - session.Written < (session.IsWall ? WriteWallsEvery : WritePeopleEvery)) return;
        session.Write(now);
        try
        {
            database.Write(connection => AccessDatabase.Run(
                connection, session.IsWall ? "UPDATE walls SET seen_ms = $1 WHERE wall_id = $2" : "UPDATE sessions SET seen_ms = $1 WHERE hash = $2", now.ToUnixTimeMilliseconds(), session.IsWall ? session.Owner : session.Hash));
        }
        catch (SqliteException fault)
        {
            // A full disk shall not sign anybody out now; it does after a restart if it lasts.
            Log.NotNoted(logger, fault);
        }
    }

    private Known Newest()
    {
        var known = Volatile.Read(ref _known);
        if (known.Version == watch.Newest) return known;
        lock (_gate)
        {
            // Read before the rows: a change in between is then read once more.
            var version = watch.Newest;
            if (_known.Version != version) _known = database.Read(connection => Read(connection, version, _known));
            return _known;
        }
    }

    private static Known Read(SqliteConnection connection, long version, Known former)
    {
        List<Session> sessions = [.. People(connection), .. Walls(connection)];
        return new Known(
            version,
            sessions.ToFrozenDictionary(static session => session.Key, session => session.After(former.ByKey.GetValueOrDefault(session.Key))),
            [.. sessions.Where(static session => session.IsWall).Select(static session => session.Principal)]);
    }

    private static IEnumerable<Session> People(SqliteConnection connection)
    {
        using var select = AccessDatabase.Command(
            connection, "SELECT hash, person_id, name, role, scope, is_initial AND password IS NOT NULL, began_ms, seen_ms FROM sessions JOIN people USING (person_id) WHERE ended_ms IS NULL");
        using var row = select.ExecuteReader();
        while (row.Read())
        {
            var principal = new Principal($"person:{row.GetInt64(1)}", row.GetString(2), Enum.Parse<Role>(row.GetString(3)), PersonRegistry.ScopeIn(row, 4));
            yield return new Session((byte[])row.GetValue(0), principal, row.GetInt64(1), row.GetBoolean(5), At(row.GetInt64(6)), At(row.GetInt64(7)));
        }
    }

    private static IEnumerable<Session> Walls(SqliteConnection connection)
    {
        using var select = AccessDatabase.Command(
            connection, "SELECT hash, wall_id, place, scope, began_ms, walls.seen_ms FROM sessions JOIN walls USING (wall_id) WHERE revoked_ms IS NULL");
        using var row = select.ExecuteReader();
        while (row.Read())
            yield return new Session((byte[])row.GetValue(0), PairedWall.PrincipalOf(row.GetInt64(1), row.GetString(2), row.GetString(3)), row.GetInt64(1), isInitial: false, At(row.GetInt64(4)), At(row.GetInt64(5)));
    }

    private static DateTimeOffset At(long ms) => DateTimeOffset.FromUnixTimeMilliseconds(ms);

    private sealed record Known(long Version, FrozenDictionary<string, Session> ByKey, FrozenSet<Principal> Walls);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "When a session was last used cannot be noted.")]
        public static partial void NotNoted(ILogger logger, Exception fault);
    }
}
