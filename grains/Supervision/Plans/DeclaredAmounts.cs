using System.Collections.Immutable;
using OpsBoard.Indicators.Milestones;
using OpsBoard.Units;

namespace OpsBoard.Supervision.Plans;

/// <summary>What a unit declared of one milestone, as the amounts of a plan.</summary>
/// <param name="newestFirst">All documents, those of other years among them.</param>
public sealed class DeclaredAmounts(TargetPlan plan, ImmutableArray<Milestone> newestFirst)
{
    /// <returns>Null when no document says anything by then.</returns>
    public PlanAmount? At(CyclePeriod period)
    {
        var known = newestFirst.Where(each => Day(each) <= period.Last && (plan.Amounts == PlanAmounts.Level || each.DocumentDate.Year == plan.Year)).ToList();
        if (known.Count == 0) return null;
        var newest = known[0];
        if (plan.Amounts == PlanAmounts.Level) return new PlanAmount(newest.Value, newest.Value, null, newest.Qualifier, Day(newest), newest.Document);
        var sum = known.Sum(static each => each.Value);
        // A sum is no more exact than the least exact of its parts.
        return new PlanAmount(sum, sum, null, known.Max(static each => each.Qualifier), Day(newest), newest.Document);
    }

    public bool WereToldIn(CyclePeriod period) => newestFirst.Any(each => period.Has(Day(each)));

    private static BusinessDay Day(Milestone milestone) => BusinessDay.Of(milestone.DocumentDate);
}
