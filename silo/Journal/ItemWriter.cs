using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Units;

namespace OpsBoard.Silo.Journal;

/// <summary>
/// Counts the item catalogue. An item belongs to a county: its listings may come from one window and its cases from others. So this
/// alone changes cells of windows other than the event's own, whose versions rise with that.
/// </summary>
internal sealed class ItemWriter(ITransactionRows rows, CellWriter cells, Func<UnitPath, WindowRow> windowOf)
{
    private readonly Effect _nothing = new();
    private readonly MarkDifference _difference = new();

    public void Count(Occurrence added, WindowRow window)
    {
        var item = added.Facts.Item!;
        var events = Read(window.County, item);
        var uses = FirstUses(window.County, item);
        Replace(item, Fold(Without(events, added), uses), Fold(events, uses));
    }

    public void Correct(Occurrence correction, string item, WindowRow window)
    {
        var events = Read(window.County, item);
        var before = events.ConvertAll(listed => listed with { Corrections = [.. listed.Corrections.Where(other => other.Id != correction.Id || other.Source != correction.Source)] });
        var uses = FirstUses(window.County, item);
        Replace(item, Fold(before, uses), Fold(events, uses));
    }

    /// <summary>A case begins, or ceases, to be one of an item.</summary>
    public void Use(WindowRow window, ItemUse? before, ItemUse? after)
    {
        if (before is { } former) Change(window, former, -1);
        if (after is { } present) Change(window, present, 1);
    }

    private void Change(WindowRow window, ItemUse use, int cases)
    {
        var first = rows.FirstUse(window.County, use.Item, FirstDayOf(use.Day.Date.Year));
        var isLater = cases > 0 ? first <= use.Day : first < use.Day;
        if (isLater)
        {
            // So it is with nearly every case, and then no first use moves.
            rows.AddUse(window, use, cases);
            return;
        }

        var uses = FirstUses(window.County, use.Item);
        rows.AddUse(window, use, cases);
        var usesNow = FirstUses(window.County, use.Item);
        if (uses.SequenceEqual(usesNow)) return;
        var events = Read(window.County, use.Item);
        Replace(use.Item, Fold(events, uses), Fold(events, usesNow));
    }

    private void Replace(string item, Folded before, Folded after)
    {
        if (before.Home == after.Home)
        {
            Add(after.Home, item, before.Effect, after.Effect);
            return;
        }

        Add(before.Home, item, before.Effect, _nothing);
        Add(after.Home, item, _nothing, after.Effect);
    }

    private void Add(WindowRow? home, string item, Effect before, Effect after)
    {
        if (home is null) return;
        _difference.Take(before, after);
        if (_difference.Marks.Count == 0) return;
        home.Touch();
        cells.Add(home, SubjectKind.Item, item, _difference.Marks);
    }

    private Folded Fold(List<Listed> events, List<BusinessDay> uses)
    {
        var counted = new SubjectEvents();
        foreach (var listed in events) counted.Add(listed.Event, listed.Corrections);
        var effect = new Effect();
        ItemRule.Fold(counted.InOrder, uses, effect);
        if (counted.InOrder.IsEmpty) return new Folded(null, effect);
        var last = counted.InOrder[^1];
        return new Folded(windowOf(events.Find(listed => listed.Event.Id == last.Id && listed.Event.Source == last.Source)!.Window), effect);
    }

    private List<Listed> Read(string county, string item) => rows.ItemEventsOf(county, item)
        .ConvertAll(found => new Listed(found.Event, found.Window, rows.EventsOf(windowOf(found.Window), SubjectKind.Correction, found.Event.Id)));

    private List<BusinessDay> FirstUses(string county, string item)
    {
        var uses = new List<BusinessDay>();
        for (var from = new BusinessDay(0); rows.FirstUse(county, item, from) is { } first; from = FirstDayOf(first.Date.Year + 1)) uses.Add(first);
        return uses;
    }

    private static BusinessDay FirstDayOf(int year) => BusinessDay.Of(new DateOnly(year, 1, 1));

    private static List<Listed> Without(List<Listed> events, Occurrence added) =>
        events.FindAll(listed => listed.Event.Id != added.Id || listed.Event.Source != added.Source);

    private sealed record Listed(Occurrence Event, UnitPath Window, List<Occurrence> Corrections);

    private sealed record Folded(WindowRow? Home, Effect Effect);
}
