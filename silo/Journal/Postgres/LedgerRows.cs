using Npgsql;
using OpsBoard.Journal;

namespace OpsBoard.Silo.Journal.Postgres;

/// <summary>The ledger of the sources in one transaction: collected, and written by <see cref="Flush"/>.</summary>
internal sealed class LedgerRows(NpgsqlConnection connection) : ILedgerRows
{
    private readonly List<(long Source, long Events, long LastEventMs, long ReceivedMs)> _counts = [];
    private readonly List<(long Source, string Stream, long Epoch, NumberRange Numbers)> _held = [];
    private readonly Dictionary<(long Source, string Id, ConflictKind Kind), (long Times, long AtMs)> _conflicts = [];

    public void Count(long source, long events, long lastEventMs, long receivedMs) => _counts.Add((source, events, lastEventMs, receivedMs));

    public void Hold(long source, string stream, long epoch, NumberRange numbers) => _held.Add((source, stream, epoch, numbers));

    public void Contradict(long source, string eventId, ConflictKind kind, long atMs) =>
        _conflicts[(source, eventId, kind)] = (_conflicts.GetValueOrDefault((source, eventId, kind)).Times + 1, atMs);

    public void Flush()
    {
        using var batch = new NpgsqlBatch(connection);
        AddCounts(batch);
        AddRanges(batch);
        AddConflicts(batch);
        if (batch.BatchCommands.Count > 0) batch.ExecuteNonQuery();
    }

    private void AddCounts(NpgsqlBatch batch)
    {
        if (_counts.Count == 0) return;
        batch.Add(
            """
            UPDATE sources SET events = sources.events + sent.events,
                last_event_ms = GREATEST(sources.last_event_ms, sent.last_event_ms), last_received_ms = GREATEST(sources.last_received_ms, sent.received_ms)
            FROM unnest($1, $2, $3, $4) AS sent (source_id, events, last_event_ms, received_ms) WHERE sources.source_id = sent.source_id
            """,
            _counts.Select(static sent => sent.Source).ToArray(),
            _counts.Select(static sent => sent.Events).ToArray(),
            _counts.Select(static sent => sent.LastEventMs).ToArray(),
            _counts.Select(static sent => sent.ReceivedMs).ToArray());
    }

    private void AddRanges(NpgsqlBatch batch)
    {
        if (_held.Count == 0) return;
        var former = Neighbours();
        var joined = _held.Concat(former)
            .GroupBy(static held => (held.Source, held.Stream, held.Epoch), static held => held.Numbers)
            .SelectMany(static stream => Joined(stream).Select(numbers => (stream.Key.Source, stream.Key.Stream, stream.Key.Epoch, Numbers: numbers)))
            .ToList();
        if (former.Count > 0)
        {
            batch.Add(
                """
                DELETE FROM number_ranges USING unnest($1, $2, $3, $4) AS former (source_id, stream, epoch, first)
                WHERE number_ranges.source_id = former.source_id AND number_ranges.stream = former.stream AND number_ranges.epoch = former.epoch AND number_ranges.first = former.first
                """,
                former.Select(static held => held.Source).ToArray(),
                former.Select(static held => held.Stream).ToArray(),
                former.Select(static held => held.Epoch).ToArray(),
                former.Select(static held => held.Numbers.First).ToArray());
        }

        batch.Add(
            "INSERT INTO number_ranges (source_id, stream, epoch, first, last) SELECT * FROM unnest($1, $2, $3, $4, $5)",
            joined.Select(static held => held.Source).ToArray(),
            joined.Select(static held => held.Stream).ToArray(),
            joined.Select(static held => held.Epoch).ToArray(),
            joined.Select(static held => held.Numbers.First).ToArray(),
            joined.Select(static held => held.Numbers.Last).ToArray());
    }

    // The ranges that end right before the new ones or begin right after them.
    private List<(long Source, string Stream, long Epoch, NumberRange Numbers)> Neighbours()
    {
        const string sql =
            """
            SELECT DISTINCT source_id, stream, epoch, held.first, held.last FROM unnest($1, $2, $3, $4, $5) AS added (source_id, stream, epoch, first, last)
            CROSS JOIN LATERAL (
                (SELECT first, last FROM number_ranges AS r WHERE r.source_id = added.source_id AND r.stream = added.stream AND r.epoch = added.epoch AND r.first < added.first ORDER BY r.first DESC LIMIT 1)
                UNION ALL
                (SELECT first, last FROM number_ranges AS r WHERE r.source_id = added.source_id AND r.stream = added.stream AND r.epoch = added.epoch AND r.first = added.last + 1)
            ) AS held
            WHERE held.last = added.first - 1 OR held.first = added.last + 1
            """;
        object?[] values =
        [
            _held.Select(static held => held.Source).ToArray(), _held.Select(static held => held.Stream).ToArray(), _held.Select(static held => held.Epoch).ToArray(),
            _held.Select(static held => held.Numbers.First).ToArray(), _held.Select(static held => held.Numbers.Last).ToArray(),
        ];
        return [.. connection.Rows(sql, values, static row => (row.GetInt64(0), row.GetString(1), row.GetInt64(2), new NumberRange(row.GetInt64(3), row.GetInt64(4))))];
    }

    private static IEnumerable<NumberRange> Joined(IEnumerable<NumberRange> ranges)
    {
        NumberRange? open = null;
        foreach (var next in ranges.OrderBy(static range => range.First))
        {
            if (open is { } range && next.First == range.Last + 1)
            {
                open = range with { Last = next.Last };
                continue;
            }

            if (open is { } ended) yield return ended;
            open = next;
        }

        if (open is { } last) yield return last;
    }

    private void AddConflicts(NpgsqlBatch batch)
    {
        if (_conflicts.Count == 0) return;
        batch.Add(
            """
            INSERT INTO conflicts (source_id, event_id, kind, times, first_ms, last_ms) SELECT source_id, event_id, kind, times, at_ms, at_ms
            FROM unnest($1, $2, $3, $4, $5) AS added (source_id, event_id, kind, times, at_ms)
            ON CONFLICT (source_id, event_id, kind) DO UPDATE SET times = conflicts.times + excluded.times, last_ms = excluded.last_ms
            """,
            _conflicts.Keys.Select(static key => key.Source).ToArray(),
            _conflicts.Keys.Select(static key => key.Id).ToArray(),
            _conflicts.Keys.Select(static key => (short)key.Kind).ToArray(),
            _conflicts.Values.Select(static conflict => conflict.Times).ToArray(),
            _conflicts.Values.Select(static conflict => conflict.AtMs).ToArray());
    }
}
