using OpsBoard.Board;
using OpsBoard.Units;
using OpsBoard.Web.Board;
using OpsBoard.Web.Screens.Charts;

namespace OpsBoard.Web.Screens.Units;

/// <summary>Reads what the page of a unit shows of a span of days: its sums, and how they came about day by day or month by month.</summary>
internal sealed class PeriodPage(IPeriods periods, DayReadings days, UnitIndicators indicators)
{
    // A month or a quarter day by day; what is longer by months, at most two years of them.
    private const int MostDays = 92;
    private const int MostMonths = 24;

    /// <returns>Null when there is no such period.</returns>
    public async Task<PeriodPanels?> Read(UnitPath unit, string period, UnitChoice choice, Words words, CancellationToken cancellation)
    {
        if (await periods.Sum(unit, period, cancellation) is not { } sums) return null;
        var inMonths = sums.Last.Number - sums.First.Number >= MostDays;
        var first = inMonths ? Later(sums.First, BusinessDay.Of(new DateOnly(sums.Last.Date.Year, sums.Last.Date.Month, 1).AddMonths(1 - MostMonths))) : sums.First;
        var known = await days.Of(unit, first, sums.Last, cancellation);
        var spans = inMonths ? IndicatorSpan.Months(known, first, sums.Last) : IndicatorSpan.Days(known, first, sums.Last);
        var values = spans.Select(span => indicators.Of(unit, span, choice.Metric)).ToList();
        var all = indicators.Over(unit, sums.Own, sums.Last, period);
        var text = UnitWords.For(words);
        List<ChartFigure> figures =
        [
            VolumeFigure.Of(spans, inMonths ? text.Month : text.Day, words),
            DurationFigure.Of("waits", text.WaitsOfPeriod, sums.Own.Waits, FreshnessState.Live, words),
            DurationFigure.Of("handling", text.HandlingOfPeriod, sums.Own.Handling, FreshnessState.Live, words),
        ];
        if (all.FirstOrDefault(value => value.Indicator == choice.Metric) is { } newest) figures.Add(IndicatorFigure.Of(spans, values, newest, inMonths ? text.Month : text.Day, words));
        return new(period, sums, all, figures);
    }

    private static BusinessDay Later(BusinessDay left, BusinessDay right) => left > right ? left : right;
}
