using OpsBoard.Indicators;
using OpsBoard.Web.Board;
using OpsBoard.Web.Indicators;

namespace OpsBoard.Web.Screens.Pickers;

/// <summary>Indicators and their values as lists print them.</summary>
internal static class Values
{
    public static string? Level(this IndicatorValue value) => value.Status switch
    {
        IndicatorStatus.AtRisk => Levels.Warning,
        IndicatorStatus.Behind => Levels.Behind,
        _ => null,
    };

    /// <summary><c>318 / 348</c>; of a count only the count.</summary>
    public static string Parts(this IndicatorValue value) => value.Denominator is { } denominator
        ? $"{Print.Digits(value.ShownNumerator)} / {Print.Digits(denominator)}"
        : Print.Digits(value.ShownNumerator);

    /// <summary>The periods that a list of the indicator offers: now is read as today.</summary>
    public static IReadOnlyList<string> PeriodTexts(this Indicator indicator) =>
        [.. indicator.Periods.Select(static period => period == IndicatorPeriod.Now ? Period.Today : IndicatorFormat.Word(period)).Distinct()];
}
