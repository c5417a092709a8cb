using System.Globalization;
using OpsBoard.Indicators;
using OpsBoard.Web.Board;

namespace OpsBoard.Web.Indicators;

/// <summary>An indicator's value as screens and tables print it.</summary>
public static class IndicatorText
{
    public static Shown Of(IndicatorValue value) => value.State switch
    {
        IndicatorState.NotApplicable => new("不适用", "N/A", States.NotApplicable),
        IndicatorState.NotReporting => new("未上报", "No report", States.NotReporting),
        IndicatorState.NoData => new("—", "—", States.NoData),
        var state => Same(Number(value), state == IndicatorState.Stale ? States.Stale : States.Ok),
    };

    /// <summary><c>≥ 65%</c>, <c>≥ 600</c></summary>
    public static string Of(Target target, bool isRate)
    {
        var sign = target.Sign switch
        {
            ">=" => "≥",
            "<=" => "≤",
            var strict => strict,
        };
        return string.Create(CultureInfo.InvariantCulture, $"{sign} {(isRate ? target.Value * 100 : target.Value).Cut(1):0.#}{(isRate ? "%" : "")}");
    }

    private static string Number(IndicatorValue value) =>
        value.Denominator is { } denominator ? Print.Rate(value.ShownNumerator, denominator) : Print.Digits(value.ShownNumerator);

    private static Shown Same(string text, string state) => new(text, text, state);
}
