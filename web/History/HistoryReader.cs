using OpsBoard.Counting;
using OpsBoard.Journal;
using OpsBoard.Units;

namespace OpsBoard.Web.History;

/// <summary>Reads the days of a unit from the journal, and follows its item catalogue through them.</summary>
internal sealed class HistoryReader(IJournal journal)
{
    /// <returns>The days that have anything, in order.</returns>
    public async Task<List<HistoryDay>> Read(UnitPath unit, BusinessDay first, BusinessDay last, CancellationToken cancellation)
    {
        var before = await journal.Sum(unit, first.Previous, first.Previous, cancellation);
        var items = before.Aggregate(default(ItemStock), static (sum, window) => sum + ItemStock.Of(window.Tally));
        var revisions = (await journal.ReadRevisions(unit, first, last, cancellation)).ToLookup(static revision => revision.Day);
        var year = first.Previous.Date.Year;
        var days = new List<HistoryDay>();
        foreach (var sum in await journal.ReadDays(unit, first, last, cancellation))
        {
            items = items.After(sum.Tally, beginsYear: sum.Day.Date.Year > year);
            year = sum.Day.Date.Year;
            days.Add(new HistoryDay(sum, items, [.. revisions[sum.Day]]));
        }

        // A sealed day that never had anything else has no cell, and its revisions wait all the same.
        var silent = revisions.Where(day => days.TrueForAll(known => known.Day != day.Key));
        return [.. days.Concat(silent.Select(static day => new HistoryDay(new DaySum(day.Key, Tally.Zero, 0, 0), default, [.. day]))).OrderBy(static day => day.Day)];
    }
}
