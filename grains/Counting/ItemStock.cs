namespace OpsBoard.Counting;

/// <summary>The item catalogue (事项目录) of a unit as it stands, and how much of it was used this year.</summary>
/// <param name="ZeroTripUsed">Zero-trip items with at least one case since 1 January.</param>
[GenerateSerializer, Immutable, Alias("ItemStock")]
public readonly record struct ItemStock(
    [property: Id(0)] long Listed,
    [property: Id(1)] long ZeroTrip,
    [property: Id(2)] long Comprehensive,
    [property: Id(3)] long CrossProvince,
    [property: Id(4)] long OneThing,
    [property: Id(5)] long ZeroTripUsed)
{
    public static ItemStock operator +(ItemStock left, ItemStock right) => new(
        left.Listed + right.Listed,
        left.ZeroTrip + right.ZeroTrip,
        left.Comprehensive + right.Comprehensive,
        left.CrossProvince + right.CrossProvince,
        left.OneThing + right.OneThing,
        left.ZeroTripUsed + right.ZeroTripUsed);

    /// <summary>From a tally whose item counters are summed over their own spans, see <see cref="Counters.SpanOf"/>.</summary>
    public static ItemStock Of(Tally tally) => new(
        tally[Counter.ItemsListed],
        tally[Counter.ItemsZeroTrip],
        tally[Counter.ItemsComprehensive],
        tally[Counter.ItemsCrossProvince],
        tally[Counter.ItemsOneThing],
        tally[Counter.ItemsZeroTripUsed]);

    /// <summary>How the catalogue stands after a day.</summary>
    /// <param name="change">The tally of the day, in which the item counters are its changes.</param>
    /// <param name="beginsYear">The use of the year before no longer counts.</param>
    public ItemStock After(Tally change, bool beginsYear) => (beginsYear ? this with { ZeroTripUsed = 0 } : this) + Of(change);
}
