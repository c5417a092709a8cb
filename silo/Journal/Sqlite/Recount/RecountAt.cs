using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using OpsBoard.Counting;
using OpsBoard.Journal;
using OpsBoard.Units;

namespace OpsBoard.Silo.Journal.Sqlite;

/// <summary>Counts windows as their events up to a version say: what a number that was shown then must have been.</summary>
internal sealed class RecountAt(SqliteConnection connection, CountingTerms terms, BusinessDay day)
{
    public ImmutableArray<WindowRecord> Run(IReadOnlyList<WindowVersion> versions, CancellationToken cancellation)
    {
        using var count = new SqlCount(connection, terms);
        var records = ImmutableArray.CreateBuilder<WindowRecord>();
        foreach (var county in versions.OrderBy(static version => version.Window, UnitPath.InOrder).GroupBy(static version => version.Window.Parent.Parent))
        {
            count.BeginCounty();
            var ids = RecountWindow.In(connection, county.Key).ToDictionary(static window => window.Path, static window => window.Id);
            var counted = new List<WindowCount>();
            foreach (var (path, version) in county.Where(version => ids.ContainsKey(version.Window)))
            {
                cancellation.ThrowIfCancellationRequested();
                counted.Add(count.Count(ids[path], path, version));
            }

            var items = RecountWindow.HaveItems(connection, county.Key) ? count.CountItems(counted.Select(static window => (window.Id, window.Version))) : [];
            records.AddRange(counted.Select(window => RecordOf(window, items)));
        }

        return records.ToImmutable();
    }

    private WindowRecord RecordOf(WindowCount window, Dictionary<(long Window, BusinessDay Day), Tally> items)
    {
        var changes = items.Where(cell => cell.Key.Window == window.Id && cell.Key.Day <= day).OrderBy(static cell => cell.Key.Day).ToList();
        var (stock, year) = (default(ItemStock), 0);
        foreach (var (cell, change) in changes)
        {
            stock = stock.After(change, beginsYear: cell.Day.Date.Year != year);
            year = cell.Day.Date.Year;
        }

        // The use of a former year says nothing of this one.
        if (year != day.Date.Year) stock = stock with { ZeroTripUsed = 0 };
        return new WindowRecord(window.Path, window.Version, window.LastEventMs, window.Cells.GetValueOrDefault(day, Tally.Zero), stock, [.. window.Open.Values]);
    }
}
