using OpsBoard.Counting;
using OpsBoard.Web.Board;
using OpsBoard.Web.Screens.Charts;

namespace OpsBoard.Web.Screens.Units;

/// <summary>What was accepted and completed on each day or in each month of a period.</summary>
internal static class VolumeFigure
{
    public static ChartFigure Of(IReadOnlyList<IndicatorSpan> spans, string acrossName, Words words)
    {
        var own = UnitWords.For(words);
        List<ChartSeries> series = [SeriesOf(own.Accepted, Counter.Accepted, spans), SeriesOf(own.Completed, Counter.Completed, spans)];
        var summary = own.VolumeSummary
            .Replace("{accepted}", Print.Digits(SumOf(spans, Counter.Accepted)), StringComparison.Ordinal)
            .Replace("{completed}", Print.Digits(SumOf(spans, Counter.Completed)), StringComparison.Ordinal);
        return new ChartFigure("volume", ChartKind.Lines, own.Volume, summary, acrossName, own.Cases, [.. spans.Select(span => words.Of(span.Name))], series)
        {
            Ticks = ChartTicks.Counts(series.SelectMany(static each => each.Points).Select(static point => point.Value)),
        };
    }

    private static ChartSeries SeriesOf(string name, Counter counter, IReadOnlyList<IndicatorSpan> spans) =>
        new(name, [.. spans.Select(span => span.Tally is { } tally ? new ChartPoint(tally[counter], Print.Digits(tally[counter]), Numerator: tally[counter]) : new ChartPoint(null, "—", States.NoData))]);

    private static long SumOf(IEnumerable<IndicatorSpan> spans, Counter counter) => spans.Sum(span => span.Tally?[counter] ?? 0);
}
