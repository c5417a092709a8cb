using OpsBoard.Counting;
using OpsBoard.Units;

namespace OpsBoard.Silo.Journal;

/// <summary>Counts every event anew into rows that are empty: cells, open subjects and cases for items.</summary>
internal static class RebuiltCells
{
    /// <returns>The number of events read.</returns>
    public static long Write(IStoredEvents stored, ITransactionRows rows, CountingTerms terms, IProgress<long>? progress)
    {
        var count = new EventCount(stored, terms, progress);
        foreach (var county in stored.Windows(null).GroupBy(static window => window.Path.Parent.Parent)) Write(county, count, rows);
        return count.Events;
    }

    private static void Write(IGrouping<UnitPath, StoredWindow> county, EventCount count, ITransactionRows rows)
    {
        var uses = new List<ItemUse>();
        foreach (var (id, path, version, _) in county)
        {
            var counted = count.Count(id, path, version);
            var window = rows.WindowOf(path);
            foreach (var (day, tally) in counted.Cells) rows.PutCell(window, day, tally);
            foreach (var open in counted.Open.Values) rows.PutOpen(id, open);
            foreach (var (use, cases) in counted.Uses) rows.AddUse(window, use, cases);
            uses.AddRange(counted.Uses.Keys);
        }

        foreach (var cell in count.CountItems(county.Key, uses).GroupBy(static row => (row.Window, row.Mark.Day)))
        {
            var window = rows.WindowOf(cell.Key.Window);
            var builder = new TallyBuilder(rows.CellOf(window, cell.Key.Day) ?? Tally.Zero);
            foreach (var (_, mark) in cell) builder.Add(mark);
            rows.PutCell(window, cell.Key.Day, builder.ToTally());
        }
    }
}
