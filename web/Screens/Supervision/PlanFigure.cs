using OpsBoard.Supervision;
using OpsBoard.Supervision.Plans;
using OpsBoard.Web.Board;
using OpsBoard.Web.Screens.Charts;
using OpsBoard.Web.Screens.Pickers;

namespace OpsBoard.Web.Screens.Supervision;

/// <summary>A plan by month: what was reached, and what was to be.</summary>
internal static class PlanFigure
{
    /// <returns>Null where there is no number to compare with.</returns>
    public static ChartFigure? Of(PlanProgress progress, TargetWords own, Words words)
    {
        var plan = progress.Plan;
        if (plan.ByMonth.IsEmpty) return null;
        var name = words.Of(plan.Name);
        List<ChartSeries> series =
        [
            new(own.Reached, [.. progress.Months.Select(cell => PointOf(cell))]),
            new(own.Planned, [.. plan.ByMonth.Select(wanted => new ChartPoint((double)wanted.Cut(6), PlanText.Wanted(plan, wanted)))], IsReference: true),
        ];
        var numbers = series.SelectMany(static each => each.Points).Select(static point => point.Value);
        var summary = own.Summary.Fill(
            ("year", SupervisionText.Plain(plan.Year)),
            ("target", PlanText.Target(plan, own)),
            ("value", PlanText.Reached(progress.Year.Amount)),
            ("short", Print.Digits(progress.Months.Count(static cell => cell.Quantity != TaskMark.None))));
        return new ChartFigure("plan-months", ChartKind.Lines, name, summary, own.Across, own.Reached, [.. progress.Months.Select(cell => words.Of(Print.Month(cell.Period.First.Date)))], series)
        {
            Ticks = plan.IsRate ? ChartTicks.Rates(numbers) : ChartTicks.Counts(numbers),
        };
    }

    private static ChartPoint PointOf(PlanCell cell) => cell.Amount is { } amount
        ? new ChartPoint((double)amount.Value.Cut(6), PlanText.Reached(amount), States.Ok, SupervisionText.LevelOf(cell.Quantity), null, amount.Numerator, amount.Denominator)
        : new ChartPoint(null, "—", States.NoData);
}
