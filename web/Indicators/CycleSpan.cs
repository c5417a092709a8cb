using OpsBoard.Indicators;
using OpsBoard.Units;

namespace OpsBoard.Web.Indicators;

/// <summary>The days of a month (<c>2026-11</c>), a quarter (<c>2026-Q4</c>) or a year (<c>2026</c>), up to today.</summary>
internal static class CycleSpan
{
    public static string FormOf(IndicatorPeriod cycle) => cycle switch
    {
        IndicatorPeriod.Month => "YYYY-MM",
        IndicatorPeriod.Quarter => "YYYY-Qn",
        _ => "YYYY",
    };

    /// <summary>The cycle that the day is in, as <see cref="Days"/> reads it.</summary>
    public static string TextOf(IndicatorPeriod cycle, BusinessDay day) => $"{CyclePeriod.Of(CycleOf(cycle), day)}";

    /// <param name="text">Null: the cycle that today is in.</param>
    /// <returns>Null when the text is not of the cycle's form or the time has not begun.</returns>
    public static (BusinessDay First, BusinessDay Last)? Days(IndicatorPeriod cycle, string? text, BusinessDay today)
    {
        if (!CyclePeriod.TryParse(CycleOf(cycle), text ?? TextOf(cycle, today), out var period) || period.First > today) return null;
        return (period.First, period.Last < today ? period.Last : today);
    }

    private static Cycle CycleOf(IndicatorPeriod cycle) => cycle switch
    {
        IndicatorPeriod.Month => Cycle.Month,
        IndicatorPeriod.Quarter => Cycle.Quarter,
        _ => Cycle.Year,
    };
}
