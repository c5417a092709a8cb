using OpsBoard.Indicators;
using OpsBoard.Indicators.Milestones;
using OpsBoard.Units;

namespace OpsBoard.Supervision.Plans;

/// <summary>One month, quarter or year of a plan; time, quantity and quality are marked apart, and only once it is over.</summary>
/// <param name="Wanted">By its end; null where that cannot be said.</param>
/// <param name="Amount">At its end, or by now; null where nothing is known.</param>
/// <param name="QualityValue">Of the quality's indicator in it; null where none is set or nothing is known.</param>
/// <param name="Time">No figure came in it where one was expected (未按期报送).</param>
/// <param name="Quantity">Less was reached than was to be.</param>
/// <param name="Quality">What was said is not exact enough to be judged, or the quality's indicator was missed.</param>
public sealed record PlanCell(
    CyclePeriod Period, Fraction? Wanted, PlanAmount? Amount, PlanStanding Standing, Fraction? QualityValue, TaskMark Time, TaskMark Quantity, TaskMark Quality)
{
    /// <param name="wasTold">A figure came in the period.</param>
    public static PlanCell Of(TargetPlan plan, CyclePeriod period, PlanAmount? amount, bool wasTold, Fraction? quality, BusinessDay today, TaskStandards standards)
    {
        var wanted = plan.WantedBy(period);
        if (today < period.First) return new(period, wanted, null, PlanStanding.NotBegun, null, default, default, default);
        if (today <= period.Last) return new(period, wanted, amount, PlanStanding.Running, quality, default, default, default);
        var standing = StandingOf(plan, amount, wanted);
        var isDoubtful = standing == PlanStanding.Unsure || (quality is { } value && plan.Quality?.IsMetBy(value) == false);
        var mark = period.Cycle == Cycle.Month ? standards.MonthShort : standards.QuarterShort;
        return new(
            period,
            wanted,
            amount,
            standing,
            quality,
            !wasTold && plan.Told <= period.Cycle ? mark : TaskMark.None,
            standing == PlanStanding.Behind ? mark : TaskMark.None,
            isDoubtful ? mark : TaskMark.None);
    }

    private static PlanStanding StandingOf(TargetPlan plan, PlanAmount? amount, Fraction? wanted)
    {
        if (amount is null) return PlanStanding.NoData;
        if (wanted is not { } known || amount.Qualifier == MilestoneQualifier.About) return PlanStanding.Unsure;
        var reaches = plan.Reaches(amount.Value, known);
        // At least 300 reaches 300, and may reach 400; where less is better it may be more than what was said.
        var isSure = amount.Qualifier == MilestoneQualifier.Exact || reaches != plan.IsAtMost;
        return !isSure ? PlanStanding.Unsure : reaches ? PlanStanding.Met : PlanStanding.Behind;
    }
}
