using Microsoft.Extensions.Options;
using OpsBoard.Indicators;
using OpsBoard.Indicators.Milestones;
using OpsBoard.Journal;
using OpsBoard.Supervision;
using OpsBoard.Supervision.Plans;
using OpsBoard.Units;
using OpsBoard.Web.History;
using OpsBoard.Web.Indicators;

namespace OpsBoard.Web.Supervision.Plans;

/// <summary>Reads how the targets of a scope stand by month and quarter, for page, API and CSV alike.</summary>
internal sealed class PlanReader(
    TargetPlans plans, Catalogue catalogue, IDeclarations declarations, HistoryReader history, IndicatorBodies bodies, IOptions<SupervisionOptions> options, TimeProvider clock)
{
    /// <param name="year">Null: this one.</param>
    public async Task<PlanReading> Read(UnitPath scope, int? year, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var today = BusinessDay.Of(now);
        var asked = year ?? today.Date.Year;
        var inScope = plans.All.Where(plan => scope.Contains(plan.Unit)).ToList();
        var declared = MilestoneHistory.Of(await declarations.ReadMilestones(scope, cancellation)).ToDictionary(static history => (history.Unit, history.Id));
        var progress = new List<PlanProgress>();
        var counted = new Dictionary<UnitPath, LiveAmounts>();
        foreach (var plan in inScope.Where(plan => plan.Year == asked))
        {
            if ((plan.Indicator ?? plan.Quality?.Indicator) is not null && !counted.ContainsKey(plan.Unit)) counted[plan.Unit] = await Live(plan, today, cancellation);
            progress.Add(Of(plan, counted.GetValueOrDefault(plan.Unit), declared.GetValueOrDefault((plan.Unit, plan.Milestone ?? "")), today));
        }

        return new PlanReading(scope, now, asked, [.. inScope.Select(static plan => plan.Year).Append(today.Date.Year).Distinct().Order()], [.. progress]);
    }

    private PlanProgress Of(TargetPlan plan, LiveAmounts? live, MilestoneHistory? history, BusinessDay today)
    {
        // An indicator that left its file says nothing more.
        var (indicator, quality) = (catalogue.Find(plan.Indicator ?? ""), catalogue.Find(plan.Quality?.Indicator ?? ""));
        if (plan.Indicator is not null)
            return PlanProgress.Of(plan, period => indicator is null ? null : live!.At(period, indicator, plan.Amounts), period => indicator is not null && live!.In(period, indicator) is not null, QualityIn, today, options.Value.Standards);
        var declared = new DeclaredAmounts(plan, history is null ? [] : [.. history.Former.Insert(0, history.Current).Select(static each => each.Milestone)]);
        return PlanProgress.Of(plan, declared.At, declared.WereToldIn, QualityIn, today, options.Value.Standards);

        Fraction? QualityIn(CyclePeriod period) => quality is null ? null : live!.In(period, quality);
    }

    private async Task<LiveAmounts> Live(TargetPlan plan, BusinessDay today, CancellationToken cancellation)
    {
        var year = new CyclePeriod(Cycle.Year, plan.Year, 1);
        var last = year.Last < today ? year.Last : today;
        var days = last < year.First ? [] : await history.Read(plan.Unit, year.First, last, cancellation);
        return new LiveAmounts(plan.Unit, days, bodies, today);
    }
}
