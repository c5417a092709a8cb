using System.Collections.Immutable;
using Npgsql;
using OpsBoard.Journal;

namespace OpsBoard.Silo.Journal.Postgres;

/// <summary>Reads the ledger of the sources at one instant of the journal.</summary>
internal sealed class SourceReader(NpgsqlConnection connection)
{
    private static readonly string AllSources =
        $"""
        SELECT name, events, last_event_ms, last_received_ms,
            (SELECT COUNT(*) FROM (SELECT DISTINCT stream, epoch FROM number_ranges AS ranges WHERE ranges.source_id = sources.source_id) AS numberings),
            (SELECT COUNT(*) FROM number_ranges AS ranges WHERE ranges.source_id = sources.source_id),
            (SELECT COALESCE(SUM(missing), 0)::bigint FROM (
                SELECT MAX(last) - MIN(first) + 1 - SUM(last - first + 1) AS missing FROM number_ranges AS ranges
                WHERE ranges.source_id = sources.source_id GROUP BY stream, epoch) AS numberings),
            (SELECT COUNT(*) FROM conflicts WHERE conflicts.source_id = sources.source_id AND kind = {(int)ConflictKind.Content}),
            (SELECT COUNT(*) FROM conflicts WHERE conflicts.source_id = sources.source_id AND kind = {(int)ConflictKind.Number})
        FROM sources ORDER BY name
        """;

    public ImmutableArray<SourceRecord> Sources() =>
    [
        .. connection.Rows(AllSources, [], static row => new SourceRecord(
            row.GetString(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3),
            (int)row.GetInt64(4), row.GetInt64(5) - row.GetInt64(4), row.GetInt64(6), row.GetInt64(7), row.GetInt64(8))),
    ];

    public SourceGaps? Gaps(string source, int mostRanges) =>
        connection.Scalar("SELECT source_id FROM sources WHERE name = $1", source) is long id ? new SourceGaps(source, Streams(id, mostRanges), Conflicts(id, mostRanges)) : null;

    private ImmutableArray<Numbering> Streams(long source, int mostRanges)
    {
        const string sql =
            """
            SELECT stream, epoch, MIN(first), MAX(last), SUM(last - first + 1)::bigint, COUNT(*)
            FROM number_ranges WHERE source_id = $1 GROUP BY stream, epoch ORDER BY stream, epoch
            """;
        var streams = connection.Rows(sql, [source], static row => new Numbering(row.GetString(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4), row.GetInt64(5), [])).ToList();
        return [.. streams.Select(stream => stream with { Held = Held(source, stream, mostRanges) })];
    }

    private ImmutableArray<NumberRange> Held(long source, Numbering stream, int most) =>
    [
        .. connection.Rows(
            "SELECT first, last FROM number_ranges WHERE source_id = $1 AND stream = $2 AND epoch = $3 ORDER BY first LIMIT $4",
            [source, stream.Stream, stream.Epoch, most],
            static row => new NumberRange(row.GetInt64(0), row.GetInt64(1))),
    ];

    private ImmutableArray<SourceConflict> Conflicts(long source, int most) =>
    [
        .. connection.Rows(
            "SELECT event_id, kind, times, first_ms, last_ms FROM conflicts WHERE source_id = $1 ORDER BY last_ms DESC, event_id LIMIT $2",
            [source, most],
            static row => new SourceConflict(row.GetString(0), (ConflictKind)row.GetInt16(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4))),
    ];
}
