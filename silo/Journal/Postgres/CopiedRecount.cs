using System.Collections.Immutable;
using Npgsql;
using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Silo.Journal.Sqlite;
using OpsBoard.Units;

namespace OpsBoard.Silo.Journal.Postgres;

/// <summary>Recounts the journal county by county, each copied at the instant of the connection's transaction; what is held at a time does not grow with the province.</summary>
internal sealed class CopiedRecount(NpgsqlConnection connection, CountingTerms terms)
{
    private readonly StoredEvents _stored = new(connection);

    public RecountResult Run(UnitPath? scope, BusinessDay? day, IProgress<long>? progress, CancellationToken cancellation)
    {
        var result = new RecountResult(0, 0, []);
        foreach (var county in _stored.Windows(scope).GroupBy(static window => window.Path.Parent.Parent))
        {
            cancellation.ThrowIfCancellationRequested();
            // An item is used by cases of all windows of its county.
            using var copy = JournalCopy.Of(connection, NumbersOf(HaveItems(connection, county.Key) ? _stored.Windows(county.Key) : county));
            var counted = new Recount(copy.Connection, terms, scope, day, null).Run(cancellation);
            result = new RecountResult(result.Events + counted.Events, result.Cells + counted.Cells, result.Differences.AddRange(counted.Differences));
            progress?.Report(result.Events);
        }

        return result;
    }

    public ImmutableArray<WindowRecord> CountAt(IReadOnlyList<WindowVersion> versions, BusinessDay day, CancellationToken cancellation)
    {
        var records = ImmutableArray.CreateBuilder<WindowRecord>();
        foreach (var county in versions.OrderBy(static version => version.Window, UnitPath.InOrder).GroupBy(static version => version.Window.Parent.Parent))
        {
            using var copy = JournalCopy.Of(connection, NumbersOf(_stored.Windows(county.Key)));
            records.AddRange(new RecountAt(copy.Connection, terms, day).Run([.. county], cancellation));
        }

        return records.ToImmutable();
    }

    /// <summary>Whether a county has an item catalogue, or cells that say so.</summary>
    public static bool HaveItems(NpgsqlConnection connection, UnitPath county)
    {
        using var command = connection.Command(
            $"""
            SELECT EXISTS (SELECT 1 FROM windows JOIN events USING (window_id) WHERE {ReadStatements.InScope} AND subject_kind = {(int)SubjectKind.Item})
                OR EXISTS (SELECT 1 FROM windows JOIN cells USING (window_id) WHERE {ReadStatements.InScope} AND ({CounterColumns.HasItems}))
            """,
            ReadStatements.Scope(county));
        return (bool)command.ExecuteScalar()!;
    }

    private static long[] NumbersOf(IEnumerable<StoredWindow> windows) => [.. windows.Select(static window => window.Id)];
}
