using OpsBoard.Counting;
using OpsBoard.Indicators;
using OpsBoard.Units;
using OpsBoard.Web.Board;
using OpsBoard.Web.History;
using OpsBoard.Web.Reviews;
using OpsBoard.Web.Screens.Charts;

namespace OpsBoard.Web.Screens.Units;

/// <summary>Reads what the page of a unit shows of today: the frame that everybody sees, the days before it, and what its windows have open.</summary>
internal sealed class UnitPage(WindowReadings windows, DayReadings days, UnitIndicators indicators, CountyMatrix matrix, Printed printed, CountingTerms terms, Roster roster)
{
    private const int DaysDrawn = 30;
    private const int MonthsDrawn = 12;

    // Eight weeks back there is a same weekday without a holiday.
    private const int DaysSearched = 56;

    public UnitChoice ChoiceOf(IQueryCollection query) => UnitChoice.Read(query, indicators.Metrics, indicators.UsualMetric);

    public async Task<UnitPanels> Read(Frame frame, UnitChoice choice, Words words, CancellationToken cancellation)
    {
        var (own, today) = (frame.Board.Own, frame.Board.Day);
        var atMs = frame.AsOf.ToUnixTimeMilliseconds();
        var freshness = printed.FreshnessOf(own, atMs);
        var reading = await windows.Of(frame.Scope, frame.Version, cancellation);
        var before = await days.Of(frame.Scope, new BusinessDay(today.Number - DaysSearched), today.Previous, cancellation);
        var text = UnitWords.For(words);
        return new(
            indicators.Live(frame),
            ChildRows.Of(frame, printed, choice),
            DayTrendFigure.Of(own, freshness, atMs, before, words),
            DurationFigure.Of("waits", text.Waits, own.Cell.Tally.Waits, freshness, words),
            DurationFigure.Of("handling", text.Handling, own.Cell.Tally.Handling, freshness, words),
            await Days(frame, choice, words, cancellation),
            frame.Scope.Kind == UnitKind.Province ? matrix.Of(frame.Scope, reading, choice.Metric, words) : null,
            OverdueCases.Of(reading, terms),
            ReviewReading.Of(frame.Scope, reading.Windows, reading.At, terms),
            frame.Scope.Kind is UnitKind.Department or UnitKind.Window ? WindowStatus.Of(frame.Scope, reading, roster) : [],
            reading.At);
    }

    // The last place is today: as the unit stands, with its state.
    private async Task<ChartFigure> Days(Frame frame, UnitChoice choice, Words words, CancellationToken cancellation)
    {
        var (today, inMonths) = (frame.Board.Day, choice.Range == UnitChoice.Months);
        var first = inMonths ? FirstOfMonths(today) : new BusinessDay(today.Number - DaysDrawn + 1);
        var known = (await days.Of(frame.Scope, first, today.Previous, cancellation)).ToList();
        var newest = indicators.Live(frame, choice.Metric);
        if (!inMonths)
        {
            var spans = IndicatorSpan.Days(known, first, today);
            return FigureOf(spans, [.. spans.SkipLast(1).Select(span => indicators.Of(frame.Scope, span, choice.Metric)), newest], newest, words);
        }

        known.Add(new HistoryDay(new(today, frame.Board.Own.Cell.Tally, frame.Board.Own.Windows, 0), frame.Board.Own.Gauges.Items, []));
        var months = IndicatorSpan.Months(known, first, today);
        return FigureOf(months, [.. months.Select(span => indicators.Of(frame.Scope, span, choice.Metric))], newest, words);

        ChartFigure FigureOf(IReadOnlyList<IndicatorSpan> spans, IReadOnlyList<IndicatorValue?> values, IndicatorValue now, Words language) =>
            IndicatorFigure.Of(spans, values, now, inMonths ? UnitWords.For(language).Month : UnitWords.For(language).Day, language);
    }

    private static BusinessDay FirstOfMonths(BusinessDay today) =>
        BusinessDay.Of(new DateOnly(today.Date.Year, today.Date.Month, 1).AddMonths(1 - MonthsDrawn));
}
