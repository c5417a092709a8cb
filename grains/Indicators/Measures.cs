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
        new(contribution.Cell.Tally.With(contribution.Gauges.Items), contribution.Gauges, registered);
}
