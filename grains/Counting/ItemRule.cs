using OpsBoard.Events;
using OpsBoard.Units;

namespace OpsBoard.Counting;

/// <summary>
/// An item (事项) of a county's catalogue: listed, with the flags of its last listing, until it is delisted. A zero-trip item counts as
/// used in a year from the first day on which a case was accepted for it in the county. The item counts once in its county, at the
/// window of its last event.
/// </summary>
public static class ItemRule
{
    private static readonly (Counter Counter, Func<Facts, bool> IsIn)[] Stocks =
    [
        (Counter.ItemsListed, static _ => true),
        (Counter.ItemsZeroTrip, static facts => facts.ZeroTrip == true),
        (Counter.ItemsComprehensive, static facts => facts.Comprehensive == true),
        (Counter.ItemsCrossProvince, static facts => facts.CrossProvince == true),
        (Counter.ItemsOneThing, static facts => facts.OneThing == true),
    ];

    /// <param name="events">The listings and delistings of the item in the whole county as their corrections leave them, in their order.</param>
    /// <param name="firstUses">For each year with a case for the item, the first day of it; in any order.</param>
    /// <param name="effect">Filled anew.</param>
    public static void Fold(ReadOnlySpan<Occurrence> events, IReadOnlyList<BusinessDay> firstUses, Effect effect)
    {
        effect.Clear();
        foreach (var (counter, isIn) in Stocks)
        {
            var isListed = false;
            foreach (var occurrence in events) Change(occurrence, occurrence.Kind == EventKind.ItemListed && isIn(occurrence.Facts), ref isListed, counter, effect);
        }

        for (var i = 0; i < firstUses.Count; i++) MarkUse(events, firstUses[i], effect);
    }

    private static void Change(Occurrence occurrence, bool isListed, ref bool wasListed, Counter counter, Effect effect)
    {
        if (isListed != wasListed) effect.Add(occurrence, Mark.Of(occurrence.AtMs, counter) with { Times = isListed ? 1 : -1 });
        wasListed = isListed;
    }

    // Used while it is a zero-trip item of the catalogue, from the first use on, within the year. What comes and goes before the first
    // use meets on its day and leaves nothing.
    private static void MarkUse(ReadOnlySpan<Occurrence> events, BusinessDay firstUse, Effect effect)
    {
        var wasUsed = false;
        var endOfYear = BusinessDay.Of(new DateOnly(firstUse.Date.Year, 12, 31));
        foreach (var occurrence in events)
        {
            var day = BusinessDay.Of(occurrence.AtMs);
            if (day > endOfYear) return;
            var isUsed = occurrence is { Kind: EventKind.ItemListed, Facts.ZeroTrip: true };
            if (isUsed != wasUsed) effect.Add(occurrence, new Mark(day > firstUse ? day : firstUse, Slot.Of(Counter.ItemsZeroTripUsed), isUsed ? 1 : -1));
            wasUsed = isUsed;
        }
    }
}
