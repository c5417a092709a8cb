using Microsoft.Data.Sqlite;
using OpsBoard.Counting;
using OpsBoard.Journal;
using OpsBoard.Units;

namespace OpsBoard.Silo.Journal.Sqlite;

/// <summary>
/// Counts every event of a scope anew, in SQL and at one instant of the journal, and compares with what is stored: cells, open subjects,
/// cases for items and the newest event. It shares no counting rule with the writer.
/// </summary>
internal sealed class Recount(SqliteConnection connection, CountingTerms terms, UnitPath? scope, BusinessDay? day, IProgress<long>? progress)
{
    public RecountResult Run(CancellationToken cancellation)
    {
        using var count = new SqlCount(connection, terms);
        using var stored = new StoredFigures(connection);
        var comparison = new RecountComparison(stored, day);
        foreach (var county in RecountWindow.In(connection, scope).GroupBy(static window => window.Path.Parent.Parent)) CompareCounty(county.Key, count, comparison, cancellation);
        progress?.Report(count.Events);
        return comparison.Result(count.Events);
    }

    // An item is used by cases of all windows of its county, so with a catalogue all of them are counted, whatever was asked for.
    private void CompareCounty(UnitPath county, SqlCount count, RecountComparison comparison, CancellationToken cancellation)
    {
        var hasItems = RecountWindow.HaveItems(connection, county);
        var windows = RecountWindow.In(connection, hasItems ? county : scope).Where(window => county.Contains(window.Path)).ToList();
        count.BeginCounty();
        foreach (var window in windows)
        {
            cancellation.ThrowIfCancellationRequested();
            var counted = count.Count(window.Id, window.Path, window.Version);
            if (IsAskedFor(window)) comparison.Compare(counted);
            progress?.Report(count.Events);
        }

        if (hasItems) comparison.CompareItems(windows.Where(IsAskedFor), count.CountItems(windows.Select(static window => (window.Id, window.Version))));
    }

    private bool IsAskedFor(RecountWindow window) => scope?.Contains(window.Path) ?? true;
}
