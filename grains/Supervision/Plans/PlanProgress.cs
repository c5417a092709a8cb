using System.Collections.Immutable;
using OpsBoard.Indicators;
using OpsBoard.Indicators.Milestones;
using OpsBoard.Units;

namespace OpsBoard.Supervision.Plans;

/// <summary>A plan by month and quarter as it stands on a day.</summary>
/// <param name="Year">Against the target itself.</param>
/// <param name="Quarters">In order, four.</param>
/// <param name="Months">In order, twelve.</param>
/// <param name="Marks">Of the last month and the last quarter that are over; of a year that is over, of the year too.</param>
public sealed record PlanProgress(TargetPlan Plan, PlanCell Year, ImmutableArray<PlanCell> Quarters, ImmutableArray<PlanCell> Months, TaskStanding Marks)
{
    /// <param name="amountAt">At the end of a period, or by now.</param>
    /// <param name="wasToldIn">Whether a figure came in a period.</param>
    /// <param name="qualityIn">Of the quality's indicator in a period.</param>
    public static PlanProgress Of(
        TargetPlan plan, Func<CyclePeriod, PlanAmount?> amountAt, Func<CyclePeriod, bool> wasToldIn, Func<CyclePeriod, Fraction?> qualityIn, BusinessDay today, TaskStandards standards)
    {
        var year = CellsOf(Cycle.Year).Single();
        var (quarters, months) = (CellsOf(Cycle.Quarter), CellsOf(Cycle.Month));
        return new PlanProgress(plan, year, quarters, months, MarksOf(plan, year, quarters, months));

        ImmutableArray<PlanCell> CellsOf(Cycle cycle) =>
            [.. CyclePeriod.In(plan.Year, cycle).Select(period => PlanCell.Of(plan, period, amountAt(period), wasToldIn(period), qualityIn(period), today, standards))];
    }

    /// <summary>As a table is read: each quarter after its months, the year at last.</summary>
    public IEnumerable<PlanCell> Cells => Months.Chunk(Months.Length / Quarters.Length).Zip(Quarters, static (months, quarter) => months.Append(quarter)).SelectMany(static cells => cells).Append(Year);

    private static TaskStanding MarksOf(TargetPlan plan, PlanCell year, ImmutableArray<PlanCell> quarters, ImmutableArray<PlanCell> months)
    {
        List<PlanCell> last = [.. ((PlanCell?[])[LastOver(months), LastOver(quarters), LastOver([year])]).OfType<PlanCell>()];
        return new TaskStanding(
            last.Select(static cell => cell.Time).Append(default).Max(),
            last.Where(cell => !IsMadeGood(plan, cell, year.Amount)).Select(static cell => cell.Quantity).Append(default).Max(),
            last.Select(static cell => cell.Quality).Append(default).Max());
    }

    private static PlanCell? LastOver(ImmutableArray<PlanCell> cells) => cells.LastOrDefault(static cell => cell.Standing > PlanStanding.Running);

    // Numbers in all: what came later made good what was short before. The rate of a quarter stays what it was.
    private static bool IsMadeGood(TargetPlan plan, PlanCell cell, PlanAmount? newest) =>
        !plan.IsRate && !plan.IsAtMost && cell.Wanted is { } wanted && newest is { Qualifier: not MilestoneQualifier.About } && newest.Value >= wanted;
}
