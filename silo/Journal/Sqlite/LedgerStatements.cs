using Microsoft.Data.Sqlite;
using OpsBoard.Journal;

namespace OpsBoard.Silo.Journal.Sqlite;

/// <summary>The statements that keep the ledger of the sources. Used by the writer's thread alone.</summary>
internal sealed class LedgerStatements(SqliteConnection writer) : ILedgerRows, IDisposable
{
    private const string OfStream = "source_id = $1 AND stream = $2 AND epoch = $3";

    private readonly Statement _count = writer.Prepared(
        "UPDATE sources SET events = events + $2, last_event_ms = MAX(last_event_ms, $3), last_received_ms = MAX(last_received_ms, $4) WHERE source_id = $1");

    private readonly Statement _before = writer.Prepared($"SELECT first, last FROM number_ranges WHERE {OfStream} AND first < $4 ORDER BY first DESC LIMIT 1");

    private readonly Statement _after = writer.Prepared($"DELETE FROM number_ranges WHERE {OfStream} AND first = $4 RETURNING last");

    private readonly Statement _put = writer.Prepared("INSERT OR REPLACE INTO number_ranges VALUES ($1, $2, $3, $4, $5)");

    private readonly Statement _contradict = writer.Prepared(
        """
        INSERT INTO conflicts VALUES ($1, $2, $3, 1, $4, $4)
        ON CONFLICT DO UPDATE SET times = times + 1, last_ms = excluded.last_ms
        """);

    public void Count(long source, long events, long lastEventMs, long receivedMs) => _count.With(source, events, lastEventMs, receivedMs).ExecuteNonQuery();

    public void Hold(long source, string stream, long epoch, NumberRange numbers)
    {
        var last = _after.With(source, stream, epoch, numbers.Last + 1).ExecuteScalar() as long? ?? numbers.Last;
        _put.With(source, stream, epoch, BeginOf(source, stream, epoch, numbers), last).ExecuteNonQuery();
    }

    public void Contradict(long source, string eventId, ConflictKind kind, long atMs) => _contradict.With(source, eventId, (int)kind, atMs).ExecuteNonQuery();

    public void Dispose()
    {
        foreach (var command in (Statement[])[_count, _before, _after, _put, _contradict]) command.Dispose();
    }

    private long BeginOf(long source, string stream, long epoch, NumberRange numbers)
    {
        using var reader = _before.With(source, stream, epoch, numbers.First).ExecuteReader();
        return reader.Read() && reader.GetInt64(1) == numbers.First - 1 ? reader.GetInt64(0) : numbers.First;
    }
}
