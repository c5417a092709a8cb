using OpsBoard.Counting;
using OpsBoard.Indicators;
using OpsBoard.Indicators.Milestones;
using OpsBoard.Supervision;
using OpsBoard.Supervision.Plans;
using OpsBoard.Units;
using OpsBoard.Web.History;
using OpsBoard.Web.Indicators;

namespace OpsBoard.Web.Supervision.Plans;

/// <summary>What was counted of a unit in a year, as the values of indicators in its periods.</summary>
/// <param name="days">Of the year, in order.</param>
internal sealed class LiveAmounts(UnitPath unit, IReadOnlyList<HistoryDay> days, IndicatorBodies bodies, BusinessDay today)
{
    /// <returns>Null where nothing was counted, or nothing can be divided by.</returns>
    public PlanAmount? At(CyclePeriod period, Indicator indicator, PlanAmounts amounts)
    {
        var first = amounts == PlanAmounts.Flow ? new CyclePeriod(Cycle.Year, period.Year, 1).First : period.First;
        return ValueOf(first, period, indicator) is { Value: { } value } counted
            ? new PlanAmount(value, counted.ShownNumerator, counted.Denominator, MilestoneQualifier.Exact, LastOf(period), null)
            : null;
    }

    public Fraction? In(CyclePeriod period, Indicator indicator) => ValueOf(period.First, period, indicator)?.Value;

    private IndicatorValue? ValueOf(BusinessDay first, CyclePeriod period, Indicator indicator)
    {
        var upTo = days.Where(day => day.Day <= period.Last).ToList();
        if (upTo.Count == 0) return null;
        // What stands at the end, such as the item catalogue, the last day speaks of; all else is added up.
        var tally = upTo.Where(day => day.Day >= first).Aggregate(Tally.Zero, static (sum, day) => sum + day.Sum.Tally).With(upTo[^1].Items);
        return Evaluation.Of(indicator, bodies.Over(unit, tally, LastOf(period)));
    }

    private BusinessDay LastOf(CyclePeriod period) => period.Last < today ? period.Last : today;
}
