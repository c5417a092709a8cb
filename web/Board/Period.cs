using OpsBoard.Units;

namespace OpsBoard.Web.Board;

/// <summary>The words for a run of business days, by the province's calendar; both days are in it.</summary>
internal static class Period
{
    public const string Today = "today";

    // Before any event that intake takes: it refuses times before 1992.
    private static readonly BusinessDay Beginning = BusinessDay.Of(new DateOnly(1992, 1, 1));

    /// <returns>Null when the text is no period.</returns>
    public static (BusinessDay First, BusinessDay Last)? Days(string period, BusinessDay today)
    {
        var date = today.Date;
        return period switch
        {
            Today => (today, today),
            "month" => (BusinessDay.Of(new DateOnly(date.Year, date.Month, 1)), today),
            "quarter" => (BusinessDay.Of(new DateOnly(date.Year, ((date.Month - 1) / 3 * 3) + 1, 1)), today),
            "year" => (BusinessDay.Of(new DateOnly(date.Year, 1, 1)), today),
            "all" => (Beginning, today),
            _ => Between(period.Split("..")),
        };
    }

    /// <summary>True for <c>2026-10-01..2026-10-31</c>, first day first.</summary>
    public static bool IsSpan(string period) => Between(period.Split("..")) is not null;

    private static (BusinessDay First, BusinessDay Last)? Between(string[] days) =>
        days is [var from, var to] && BusinessDay.TryParse(from, out var first) && BusinessDay.TryParse(to, out var last) && first <= last
            ? (first, last)
            : null;
}
