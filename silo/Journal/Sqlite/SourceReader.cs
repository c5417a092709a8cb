using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using OpsBoard.Journal;

namespace OpsBoard.Silo.Journal.Sqlite;

/// <summary>Reads the ledger of the sources at one instant of the journal.</summary>
internal sealed class SourceReader(SqliteConnection connection)
{
    public ImmutableArray<SourceRecord> Sources()
    {
        using var command = connection.Prepared(
            $"""
            SELECT name, events, last_event_ms, last_received_ms,
                (SELECT COUNT(*) FROM (SELECT DISTINCT stream, epoch FROM number_ranges AS ranges WHERE ranges.source_id = sources.source_id)),
                (SELECT COUNT(*) FROM number_ranges AS ranges WHERE ranges.source_id = sources.source_id),
                (SELECT COALESCE(SUM(missing), 0) FROM (
                    SELECT MAX(last) - MIN(first) + 1 - SUM(last - first + 1) AS missing FROM number_ranges AS ranges
                    WHERE ranges.source_id = sources.source_id GROUP BY stream, epoch)),
                (SELECT COUNT(*) FROM conflicts WHERE conflicts.source_id = sources.source_id AND kind = {(int)ConflictKind.Content}),
                (SELECT COUNT(*) FROM conflicts WHERE conflicts.source_id = sources.source_id AND kind = {(int)ConflictKind.Number})
            FROM sources ORDER BY name
            """);
        using var reader = command.ExecuteReader();
        var sources = ImmutableArray.CreateBuilder<SourceRecord>();
        while (reader.Read())
        {
            sources.Add(new SourceRecord(
                reader.GetString(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3),
                reader.GetInt32(4), reader.GetInt64(5) - reader.GetInt64(4), reader.GetInt64(6), reader.GetInt64(7), reader.GetInt64(8)));
        }

        return sources.ToImmutable();
    }

    public SourceGaps? Gaps(string source, int mostRanges)
    {
        using var command = connection.Prepared("SELECT source_id FROM sources WHERE name = $1").With(source);
        return command.ExecuteScalar() is long id ? new SourceGaps(source, Streams(id, mostRanges), Conflicts(id, mostRanges)) : null;
    }

    private ImmutableArray<Numbering> Streams(long source, int mostRanges)
    {
        using var command = connection.Prepared(
            """
            SELECT stream, epoch, MIN(first), MAX(last), SUM(last - first + 1), COUNT(*)
            FROM number_ranges WHERE source_id = $1 GROUP BY stream, epoch ORDER BY stream, epoch
            """).With(source);
        using var reader = command.ExecuteReader();
        var streams = ImmutableArray.CreateBuilder<Numbering>();
        while (reader.Read())
        {
            var (stream, epoch) = (reader.GetString(0), reader.GetInt64(1));
            streams.Add(new Numbering(
                stream, epoch, reader.GetInt64(2), reader.GetInt64(3), reader.GetInt64(4), reader.GetInt64(5), Held(source, stream, epoch, mostRanges)));
        }

        return streams.ToImmutable();
    }

    private ImmutableArray<NumberRange> Held(long source, string stream, long epoch, int most)
    {
        using var command = connection.Prepared(
            "SELECT first, last FROM number_ranges WHERE source_id = $1 AND stream = $2 AND epoch = $3 ORDER BY first LIMIT $4").With(source, stream, epoch, most);
        using var reader = command.ExecuteReader();
        var held = ImmutableArray.CreateBuilder<NumberRange>();
        while (reader.Read()) held.Add(new NumberRange(reader.GetInt64(0), reader.GetInt64(1)));
        return held.ToImmutable();
    }

    private ImmutableArray<SourceConflict> Conflicts(long source, int most)
    {
        using var command = connection.Prepared(
            "SELECT event_id, kind, times, first_ms, last_ms FROM conflicts WHERE source_id = $1 ORDER BY last_ms DESC, event_id LIMIT $2").With(source, most);
        using var reader = command.ExecuteReader();
        var conflicts = ImmutableArray.CreateBuilder<SourceConflict>();
        while (reader.Read())
            conflicts.Add(new SourceConflict(reader.GetString(0), (ConflictKind)reader.GetByte(1), reader.GetInt64(2), reader.GetInt64(3), reader.GetInt64(4)));
        return conflicts.ToImmutable();
    }
}
