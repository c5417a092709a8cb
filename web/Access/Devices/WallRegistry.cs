using Microsoft.Data.Sqlite;
using OpsBoard.Units;
using OpsBoard.Web.Access.Audit;
using OpsBoard.Web.Access.Sessions;

namespace OpsBoard.Web.Access.Devices;

/// <summary>
/// Walls and how they are let in, after RFC 8628: the wall shows a code and keeps a secret; somebody who stands before it and may let it in types the
/// code; the wall, which asks with its secret, is then given a cookie for one scope.
/// </summary>
internal sealed class WallRegistry(AccessDatabase database, AuditTrail trail, TimeProvider clock)
{
    private const int LongestPlace = 80;
    private const string WallColumns = "wall_id, place, scope, address, approved_by, paired_ms, seen_ms, revoked_ms";
    private const string PairingColumns = "pairing_id, code, scope, address, asked_ms, until_ms, wall_id";

    /// <summary>How long a code holds, and how long an approved wall may take to fetch its cookie.</summary>
    public static readonly TimeSpan CodeHolds = TimeSpan.FromMinutes(10);

    /// <summary>Those that may look first, then by number.</summary>
    public IReadOnlyList<PairedWall> All => database.Read(static connection => ReadWalls(connection, $"SELECT {WallColumns} FROM walls ORDER BY revoked_ms IS NOT NULL, wall_id"));

    /// <summary>The walls that show a code, the newest first.</summary>
    public IReadOnlyList<Pairing> Waiting => database.Read(connection =>
        ReadPairings(connection, $"SELECT {PairingColumns} FROM pairings WHERE wall_id IS NULL AND until_ms > $1 ORDER BY pairing_id DESC", NowMs));

    /// <summary>A wall asks to be let in.</summary>
    public (Secret Device, Pairing Pairing) Ask(UnitPath scope, string address)
    {
        var (device, now) = (Secret.New(), NowMs);
        var pairing = database.Write(connection =>
        {
            AccessDatabase.Run(connection, "DELETE FROM pairings WHERE until_ms <= $1", now);
            return ReadPairings(
                connection,
                $"INSERT INTO pairings (code, device, scope, address, asked_ms, until_ms) VALUES ($1, $2, $3, $4, $5, $6) RETURNING {PairingColumns}",
                UnusedCode(connection), device.Hash(), scope.ToString(), address, now, now + (long)CodeHolds.TotalMilliseconds)[0];
        });
        return (device, pairing);
    }

    /// <returns>Null when the code of this device does not hold any longer.</returns>
    public Pairing? Find(Secret device) => database.Read(connection =>
        ReadPairings(connection, $"SELECT {PairingColumns} FROM pairings WHERE device = $1 AND until_ms > $2", device.Hash(), NowMs).FirstOrDefault());

    /// <param name="code">In any spelling that <see cref="PairingCode.Read"/> takes.</param>
    /// <param name="place">Where the wall hangs; null: its address stands for it.</param>
    /// <param name="scope">Null: what the wall asked for.</param>
    /// <param name="number">The request that the approver looked at, which the code must be of; null: whichever it is of.</param>
    /// <exception cref="WallException">No wall shows the code, the scope is not the approver's, or the place is none.</exception>
    public PairedWall Approve(Principal approver, string code, string? place, UnitPath? scope = null, long? number = null)
    {
        if (place is { Length: 0 or > LongestPlace } || place?.Any(char.IsControl) == true) throw new WallException(WallFault.Place, $"A place is 1 to {LongestPlace} characters on one line.");
        var (wall, fault) = database.Write(connection =>
        {
            var pairing = PairingCode.Read(code) is { } shown
                ? ReadPairings(connection, $"SELECT {PairingColumns} FROM pairings WHERE code = $1 AND wall_id IS NULL AND until_ms > $2", shown, NowMs).FirstOrDefault()
                : null;
            if (pairing is null || (number is not null && number != pairing.Number)) return Refuse(connection, approver, WallFault.Code, "No wall shows this code; a code holds for 10 minutes and once.");
            var unit = scope ?? pairing.Scope;
            if (!approver.Reaches(unit)) return Refuse(connection, approver, WallFault.Scope, $"{unit} is not within your scope.");
            return (Approve(connection, approver, pairing, place ?? pairing.Address, unit), null);
        });
        return wall ?? throw fault!;
    }

    /// <summary>It is dark within seconds, on every line that it has open.</summary>
    /// <exception cref="WallException">There is no such wall, or it is not within the scope.</exception>
    public void Revoke(Principal by, long number) => database.Write(connection =>
    {
        var wall = ReadWalls(connection, $"SELECT {WallColumns} FROM walls WHERE wall_id = $1 AND revoked_ms IS NULL", number).FirstOrDefault();
        if (wall is null || !by.Reaches(wall.Scope)) throw new WallException(WallFault.Unknown, $"No wall {number} is paired.");
        AccessDatabase.Run(connection, "UPDATE walls SET revoked_ms = $1 WHERE wall_id = $2", NowMs, number);
        AccessDatabase.Run(connection, "DELETE FROM sessions WHERE wall_id = $1", number);
        AccessDatabase.Run(connection, "DELETE FROM pairings WHERE wall_id = $1", number);
        trail.Note(connection, by.Id, AuditActions.WallRevoked, wall.Id, $"{wall.Place}, {wall.Scope}");
    });

    /// <summary>
    /// An approved wall fetches its cookie. It may do so again while its code would still hold: the answer that brought the cookie may have been lost.
    /// </summary>
    /// <returns>Null when it is not approved, or not any longer.</returns>
    public Secret? Claim(Secret device)
    {
        if (Find(device) is not { Wall: { } number } pairing) return null;
        var (secret, now) = (Secret.New(), NowMs);
        database.Write(connection =>
        {
            var isFirst = AccessDatabase.Run(connection, "DELETE FROM sessions WHERE wall_id = $1", number) == 0;
            AccessDatabase.Run(connection, "INSERT INTO sessions (hash, wall_id, began_ms, seen_ms) VALUES ($1, $2, $3, $3)", secret.Hash(), number, now);
            AccessDatabase.Run(connection, "UPDATE walls SET seen_ms = $1 WHERE wall_id = $2", now, number);
            trail.Note(connection, $"wall:{number}", AuditActions.WallPaired, $"wall:{number}", isFirst ? $"from {pairing.Address}" : $"again, from {pairing.Address}");
        });
        return secret;
    }

    private long NowMs => clock.GetUtcNow().ToUnixTimeMilliseconds();

    // The entry about a refusal stays, so it is no exception inside the transaction.
    private (PairedWall?, WallException?) Refuse(SqliteConnection connection, Principal approver, WallFault fault, string message)
    {
        trail.Note(connection, approver.Id, AuditActions.WallCodeRefused, "", message);
        return (null, new WallException(fault, message));
    }

    private PairedWall Approve(SqliteConnection connection, Principal approver, Pairing pairing, string place, UnitPath scope)
    {
        var wall = ReadWalls(
            connection,
            $"INSERT INTO walls (place, scope, address, approved_by, paired_ms, seen_ms) VALUES ($1, $2, $3, $4, $5, $5) RETURNING {WallColumns}",
            place, scope.ToString(), pairing.Address, approver.Id, NowMs)[0];
        AccessDatabase.Run(connection, "UPDATE pairings SET wall_id = $1, until_ms = $2 WHERE pairing_id = $3", wall.Number, NowMs + (long)CodeHolds.TotalMilliseconds, pairing.Number);
        trail.Note(connection, approver.Id, AuditActions.WallApproved, wall.Id, $"{place}, {scope}, from {pairing.Address}");
        return wall;
    }

    private static string UnusedCode(SqliteConnection connection)
    {
        string code;
        do code = PairingCode.New();
        while (AccessDatabase.Scalar(connection, "SELECT 1 FROM pairings WHERE code = $1", code) is not null);
        return code;
    }

    private static List<PairedWall> ReadWalls(SqliteConnection connection, string sql, params ReadOnlySpan<object?> values)
    {
        using var select = AccessDatabase.Command(connection, sql, values);
        using var row = select.ExecuteReader();
        var walls = new List<PairedWall>();
        while (row.Read())
            walls.Add(new(row.GetInt64(0), row.GetString(1), UnitPath.Parse(row.GetString(2)), row.GetString(3), row.GetString(4), At(row, 5), At(row, 6), row.IsDBNull(7) ? null : At(row, 7)));
        return walls;
    }

    private static List<Pairing> ReadPairings(SqliteConnection connection, string sql, params ReadOnlySpan<object?> values)
    {
        using var select = AccessDatabase.Command(connection, sql, values);
        using var row = select.ExecuteReader();
        var pairings = new List<Pairing>();
        while (row.Read())
            pairings.Add(new(row.GetInt64(0), row.GetString(1), UnitPath.Parse(row.GetString(2)), row.GetString(3), At(row, 4), At(row, 5), row.IsDBNull(6) ? null : row.GetInt64(6)));
        return pairings;
    }

    private static DateTimeOffset At(SqliteDataReader row, int column) => DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));
}
