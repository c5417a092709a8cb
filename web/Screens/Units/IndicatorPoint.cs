using OpsBoard.Indicators;
using OpsBoard.Web.Board;
using OpsBoard.Web.Indicators;
using OpsBoard.Web.Screens.Charts;

namespace OpsBoard.Web.Screens.Units;

/// <summary>An indicator's value as a point, and a target as the rule that it is held against.</summary>
internal static class IndicatorPoint
{
    private static readonly ChartPoint Nothing = new(null, "—", States.NoData);

    /// <param name="value">Null: nothing is known of that time.</param>
    public static ChartPoint Of(IndicatorValue? value, Words words, string? href = null)
    {
        if (value is null) return Nothing with { Href = href };
        var shown = IndicatorText.Of(value);
        var hasValue = value.Rounded is not null;
        return new(
            (double?)value.Rounded,
            words.Of(shown),
            shown.State,
            LevelOf(value.Status),
            href,
            hasValue ? value.ShownNumerator : null,
            hasValue ? value.Denominator : null);
    }

    public static string? LevelOf(IndicatorStatus status) => status switch
    {
        IndicatorStatus.AtRisk => Levels.Warning,
        IndicatorStatus.Behind => Levels.Behind,
        _ => null,
    };

    /// <summary>Every target of the indicator, also where two documents disagree.</summary>
    public static IEnumerable<ChartSeries> Rules(IndicatorValue value, int places) => value.Targets.Select(verdict =>
    {
        var text = IndicatorText.Of(verdict.Target, value.Indicator.IsRate);
        var point = new ChartPoint((double)verdict.Target.Value.Cut(6), text);
        return new ChartSeries($"{text} {verdict.Target.Document}", [.. Enumerable.Repeat(point, places)], IsReference: true);
    });
}
