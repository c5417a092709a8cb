using System.Globalization;
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
    public static string TextOf(IndicatorPeriod cycle, BusinessDay day) => cycle switch
    {
        IndicatorPeriod.Month => day.Date.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        IndicatorPeriod.Quarter => string.Create(CultureInfo.InvariantCulture, $"{day.Date.Year}-Q{((day.Date.Month - 1) / 3) + 1}"),
        _ => day.Date.ToString("yyyy", CultureInfo.InvariantCulture),
    };

    /// <param name="text">Null: the cycle that today is in.</param>
    /// <returns>Null when the text is not of the cycle's form or the time has not begun.</returns>
    public static (BusinessDay First, BusinessDay Last)? Days(IndicatorPeriod cycle, string? text, BusinessDay today)
    {
        var (begin, months) = cycle switch
        {
            IndicatorPeriod.Month => (BeginOf(text ?? TextOf(cycle, today)), 1),
            IndicatorPeriod.Quarter => (QuarterOf(text ?? TextOf(cycle, today)), 3),
            _ => (BeginOf((text ?? TextOf(cycle, today)) + "-01"), 12),
        };
        if (begin is not { } date || BusinessDay.Of(date) > today) return null;
        var end = BusinessDay.Of(date.AddMonths(months).AddDays(-1));
        return (BusinessDay.Of(date), end < today ? end : today);
    }

    private static DateOnly? QuarterOf(string text) =>
        text is [.. var year, '-', 'Q', >= '1' and <= '4' and var quarter] ? BeginOf($"{year}-{((quarter - '1') * 3) + 1:00}") : null;

    private static DateOnly? BeginOf(string month) =>
        DateOnly.TryParseExact(month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
