using OpsBoard.Indicators;
using OpsBoard.Web.Board;
using OpsBoard.Web.Indicators;
using OpsBoard.Web.Screens.Charts;

namespace OpsBoard.Web.Screens.Units;

/// <summary>An indicator over days or months, against every target that is set for it.</summary>
internal static class IndicatorFigure
{
    /// <param name="values">One for each place; null where nothing is known.</param>
    /// <param name="newest">The unit's value as it stands: its targets are the rules.</param>
    public static ChartFigure Of(IReadOnlyList<IndicatorSpan> spans, IReadOnlyList<IndicatorValue?> values, IndicatorValue newest, string acrossName, Words words)
    {
        var own = UnitWords.For(words);
        var name = words.Of(newest.Indicator.Name);
        List<ChartSeries> series = [new(name, [.. values.Select(value => IndicatorPoint.Of(value, words))]), .. IndicatorPoint.Rules(newest, spans.Count)];
        var numbers = series.SelectMany(static each => each.Points).Select(static point => point.Value);
        return new ChartFigure("indicator-days", ChartKind.Lines, name, SummaryOf(spans, values, newest, words), acrossName, newest.Indicator.IsRate ? own.Rate : own.Count, [.. spans.Select(span => words.Of(span.Name))], series)
        {
            Ticks = newest.Indicator.IsRate ? ChartTicks.Rates(numbers) : ChartTicks.Counts(numbers),
            DefinitionVersion = newest.Indicator.Version,
        };
    }

    private static string SummaryOf(IReadOnlyList<IndicatorSpan> spans, IReadOnlyList<IndicatorValue?> values, IndicatorValue newest, Words words)
    {
        var own = UnitWords.For(words);
        var known = values.Count(static value => value?.Value is not null);
        var last = values.LastOrDefault(static value => value?.Value is not null);
        var text = own.DaysSummary
            .Replace("{known}", Print.Digits(known), StringComparison.Ordinal)
            .Replace("{all}", Print.Digits(spans.Count), StringComparison.Ordinal)
            .Replace("{newest}", last is null ? "—" : words.Of(IndicatorText.Of(last)), StringComparison.Ordinal);
        return newest.Targets.Length > 1 ? text + own.TargetsDisagree : text;
    }
}
