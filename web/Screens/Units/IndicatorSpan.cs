using OpsBoard.Counting;
using OpsBoard.Units;
using OpsBoard.Web.History;

namespace OpsBoard.Web.Screens.Units;

/// <summary>A day or a month as a place on the axis, with what was counted in it; null where nothing is known of it.</summary>
internal sealed record IndicatorSpan(Wording Name, BusinessDay Last, Tally? Tally)
{
    public static IReadOnlyList<IndicatorSpan> Days(IReadOnlyList<HistoryDay> days, BusinessDay first, BusinessDay last)
    {
        var known = days.ToDictionary(static day => day.Day);
        return [.. Enumerable.Range(first.Number, last.Number - first.Number + 1).Select(static number => new BusinessDay(number)).Select(day =>
            new IndicatorSpan(Board.Print.MonthDay(day), day, known.TryGetValue(day, out var of) && of.Sum.Windows > 0 ? of.Sum.Tally.With(of.Items) : null))];
    }

    /// <summary>Of a month its days are added up; of what stands at its end, such as the item catalogue, the last day speaks.</summary>
    public static IReadOnlyList<IndicatorSpan> Months(IReadOnlyList<HistoryDay> days, BusinessDay first, BusinessDay last)
    {
        var known = days.Where(static day => day.Sum.Windows > 0).ToLookup(static day => MonthOf(day.Day));
        var months = new List<IndicatorSpan>();
        for (var month = MonthOf(first); month <= MonthOf(last); month = month.AddMonths(1))
        {
            var end = BusinessDay.Of(month.AddMonths(1).AddDays(-1));
            var counted = known[month].ToList();
            var tally = counted.Count == 0 ? null : counted.Aggregate(Tally.Zero, static (sum, day) => sum + day.Sum.Tally).With(counted[^1].Items);
            months.Add(new(Board.Print.Month(month), end < last ? end : last, tally));
        }

        return months;
    }

    private static DateOnly MonthOf(BusinessDay day) => new(day.Date.Year, day.Date.Month, 1);
}
