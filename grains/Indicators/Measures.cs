using OpsBoard.Counting;
using OpsBoard.Units;

namespace OpsBoard.Indicators;

/// <summary>What the indicators of one unit are worked out from.</summary>
/// <param name="Tally">Each counter summed over its own span, see <see cref="Counters.SpanOf"/>.</param>
/// <param name="Gauges">Those of the instant; empty for a period that is over.</param>
/// <param name="Registered">How many units of each level the roster knows in this unit, itself included.</param>
public sealed record Measures(Tally Tally, Gauges Gauges, Coverage Registered)
{
    /// <summary>As the unit stands: a day's tally knows only how the item catalogue changed, the gauges know the catalogue.</summary>
    public static Measures Live(Contribution contribution, Coverage registered) =>
        new(WithStock(contribution.Cell.Tally, contribution.Gauges.Items), contribution.Gauges, registered);

    /// <summary>For a time that is over, when no gauge tells how the catalogue stood.</summary>
    /// <param name="year">Summed from 1 January to the last day.</param>
    /// <param name="beginning">Summed from the beginning to the last day.</param>
    public static Measures OfPeriod(Tally period, Tally year, Tally beginning, Coverage registered) => new(
        new Tally([.. Counters.All.Select(counter => Spanned(counter, period, year, beginning)[counter])], period.Waits, period.Handling),
        default,
        registered);

    private static Tally Spanned(Counter counter, Tally period, Tally year, Tally beginning) => Counters.SpanOf(counter) switch
    {
        CounterSpan.Beginning => beginning,
        CounterSpan.Year => year,
        _ => period,
    };

    private static Tally WithStock(Tally tally, ItemStock items) => new(
        tally.Counts
            .SetItem((int)Counter.ItemsListed, items.Listed)
            .SetItem((int)Counter.ItemsZeroTrip, items.ZeroTrip)
            .SetItem((int)Counter.ItemsComprehensive, items.Comprehensive)
            .SetItem((int)Counter.ItemsCrossProvince, items.CrossProvince)
            .SetItem((int)Counter.ItemsOneThing, items.OneThing)
            .SetItem((int)Counter.ItemsZeroTripUsed, items.ZeroTripUsed),
        tally.Waits,
        tally.Handling);
}
