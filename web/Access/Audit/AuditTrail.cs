using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace OpsBoard.Web.Access.Audit;

/// <summary>
/// Who did what, for ever: entries are added and never changed. Each one's hash is SHA-256 over the hash before it and the entry as JSON, so that
/// an entry that was changed, removed or put in between is found; that the last ones were cut off is found by a hash noted elsewhere.
/// </summary>
public sealed class AuditTrail(AccessDatabase database, TimeProvider clock)
{
    private static readonly byte[] Beginning = new byte[SHA256.HashSizeInBytes];

    public void Note(string actor, string action, string target, string detail = "") =>
        database.Write(connection => Note(connection, actor, action, target, detail));

    /// <summary>In the transaction of the act itself: neither stays without the other.</summary>
    public void Note(SqliteConnection connection, string actor, string action, string target, string detail = "")
    {
        var (number, previous) = Last(connection);
        var entry = new AuditEntry(number + 1, DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds()), actor, action, target, detail);
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO audit (entry_id, at_ms, actor, action, target, detail, hash) VALUES ($1, $2, $3, $4, $5, $6, $7)";
        object[] values = [entry.Number, entry.At.ToUnixTimeMilliseconds(), actor, action, target, detail, Hash(previous, entry)];
        foreach (var (index, value) in values.Index()) insert.Parameters.AddWithValue(string.Create(CultureInfo.InvariantCulture, $"${index + 1}"), value);
        insert.ExecuteNonQuery();
    }

    /// <param name="before">Only entries with smaller numbers; null: all.</param>
    /// <returns>The newest entries first.</returns>
    public IReadOnlyList<AuditEntry> Newest(int count, long? before = null) => database.Read(connection =>
        Entries(connection, "SELECT entry_id, at_ms, actor, action, target, detail, hash FROM audit WHERE entry_id < $2 ORDER BY entry_id DESC LIMIT $1", count, before ?? long.MaxValue).Select(static row => row.Entry).ToList());

    /// <summary>Recomputes every hash.</summary>
    public AuditVerdict Verify() => database.Read(static connection =>
    {
        var (expected, previous) = (1L, Beginning);
        foreach (var (entry, hash) in Entries(connection, "SELECT entry_id, at_ms, actor, action, target, detail, hash FROM audit ORDER BY entry_id"))
        {
            if (entry.Number != expected || !hash.AsSpan().SequenceEqual(Hash(previous, entry))) return new AuditVerdict(expected - 1, FirstBroken: expected, Convert.ToHexStringLower(previous));
            (expected, previous) = (expected + 1, hash);
        }

        return new AuditVerdict(expected - 1, FirstBroken: null, Convert.ToHexStringLower(previous));
    });

    internal static long Newest(SqliteConnection connection) => Last(connection).Number;

    private static (long Number, byte[] Hash) Last(SqliteConnection connection)
    {
        using var select = connection.CreateCommand();
        select.CommandText = "SELECT entry_id, hash FROM audit ORDER BY entry_id DESC LIMIT 1";
        using var row = select.ExecuteReader();
        return row.Read() ? (row.GetInt64(0), (byte[])row.GetValue(1)) : (0, Beginning);
    }

    private static IEnumerable<(AuditEntry Entry, byte[] Hash)> Entries(SqliteConnection connection, string sql, params object[] values)
    {
        using var select = AccessDatabase.Command(connection, sql, values);
        using var row = select.ExecuteReader();
        while (row.Read())
            yield return (new(row.GetInt64(0), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5)), (byte[])row.GetValue(6));
    }

    // The array form of JSON has one way to write an entry, and no text in it can look like the end of another.
    private static byte[] Hash(byte[] previous, AuditEntry entry) => SHA256.HashData(
    [
        .. previous,
        .. JsonSerializer.SerializeToUtf8Bytes(new object[] { entry.Number, entry.At.ToUnixTimeMilliseconds(), entry.Actor, entry.Action, entry.Target, entry.Detail }),
    ]);
}
