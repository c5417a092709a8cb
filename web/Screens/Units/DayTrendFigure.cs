using OpsBoard.Board;
using OpsBoard.Counting;
using OpsBoard.Units;
using OpsBoard.Web.Board;
using OpsBoard.Web.History;
using OpsBoard.Web.Screens.Charts;

namespace OpsBoard.Web.Screens.Units;

/// <summary>
/// What was accepted and completed in each quarter of an hour of today, against the newest same weekday that has any. The slice that is
/// under way is left out: a part of it would look like a fall.
/// </summary>
internal static class DayTrendFigure
{
    // Of a day without anything outside, the office hours are drawn.
    private const int FromSlice = 8 * 60 / DayTrend.SliceMinutes;
    private const int ToSlice = (18 * 60 / DayTrend.SliceMinutes) - 1;

    /// <param name="before">Days before today, in order.</param>
    public static ChartFigure Of(Contribution unit, FreshnessState freshness, long atMs, IReadOnlyList<HistoryDay> before, Words words)
    {
        var own = UnitWords.For(words);
        var today = unit.Cell.Tally.Trend;
        var then = before.LastOrDefault(day => IsComparable(day, unit.Cell.Day));
        var known = KnownSlices(unit, freshness, atMs);
        var slices = SlicesOf(today, then?.Sum.Tally.Trend ?? DayTrend.Empty);
        List<ChartSeries> series =
        [
            new(own.AcceptedToday, PointsOf(slices, today.Accepted, known, freshness)),
            new(own.CompletedToday, PointsOf(slices, today.Completed, known, freshness)),
        ];
        if (then is not null)
        {
            var name = words.Of(Print.MonthDay(then.Day));
            series.Add(new($"{name} {own.Accepted}", PointsOf(slices, then.Sum.Tally.Trend.Accepted, DayTrend.SliceCount, FreshnessState.Live), IsReference: true));
            series.Add(new($"{name} {own.Completed}", PointsOf(slices, then.Sum.Tally.Trend.Completed, DayTrend.SliceCount, FreshnessState.Live), IsReference: true));
        }

        return new ChartFigure("day-trend", ChartKind.Lines, own.Trend, SummaryOf(today, then, known, words), own.Slice, own.Cases, [.. slices.Select(NameOf)], series)
        {
            Ticks = ChartTicks.Counts(series.SelectMany(static each => each.Points).Select(static point => point.Value)),
        };
    }

    private static bool IsComparable(HistoryDay day, BusinessDay today) =>
        day.Day < today && day.Day.Date.DayOfWeek == today.Date.DayOfWeek && day.Sum.Tally.Trend != DayTrend.Empty;

    // Of a unit that went quiet nothing is known from its last report on: these slices are gaps, not zeros.
    private static int KnownSlices(Contribution unit, FreshnessState freshness, long atMs)
    {
        var (now, heard) = (DayTrend.SliceOf(atMs), unit.LastEventMs);
        if (heard is null || BusinessDay.Of(heard.Value) != unit.Cell.Day) return freshness is FreshnessState.Live or FreshnessState.Closed ? now : 0;
        return freshness is FreshnessState.Live or FreshnessState.Closed ? now : Math.Min(now, DayTrend.SliceOf(heard.Value) + 1);
    }

    private static int[] SlicesOf(DayTrend today, DayTrend then)
    {
        var used = Enumerable.Range(0, DayTrend.SliceCount).Where(slice => today.Accepted(slice) + today.Completed(slice) + then.Accepted(slice) + then.Completed(slice) > 0).ToList();
        var (first, last) = (used.Append(FromSlice).Min(), used.Append(ToSlice).Max());
        return [.. Enumerable.Range(first, last - first + 1)];
    }

    private static List<ChartPoint> PointsOf(int[] slices, Func<int, long> count, int known, FreshnessState freshness) =>
        [.. slices.Select(slice => slice >= known ? new ChartPoint(null, "—", States.NoData) : Known(count(slice), freshness == FreshnessState.Late && slice == known - 1))];

    private static ChartPoint Known(long count, bool isStale) => new(count, Print.Digits(count), isStale ? States.Stale : States.Ok, Numerator: count);

    private static string SummaryOf(DayTrend today, HistoryDay? then, int known, Words words)
    {
        var own = UnitWords.For(words);
        var (accepted, completed) = Until(today, known);
        var text = own.TrendSummary
            .Replace("{time}", NameOf(known), StringComparison.Ordinal)
            .Replace("{accepted}", Print.Digits(accepted), StringComparison.Ordinal)
            .Replace("{completed}", Print.Digits(completed), StringComparison.Ordinal);
        if (then is null) return text + own.NoWeekday;
        (accepted, completed) = Until(then.Sum.Tally.Trend, known);
        return text + own.WeekdaySummary
            .Replace("{day}", words.Of(Print.Date(then.Day)), StringComparison.Ordinal)
            .Replace("{accepted}", Print.Digits(accepted), StringComparison.Ordinal)
            .Replace("{completed}", Print.Digits(completed), StringComparison.Ordinal);
    }

    private static (long Accepted, long Completed) Until(DayTrend trend, int known) =>
        (Enumerable.Range(0, known).Sum(trend.Accepted), Enumerable.Range(0, known).Sum(trend.Completed));

    private static string NameOf(int slice) => FormattableString.Invariant($"{slice * DayTrend.SliceMinutes / 60:00}:{slice * DayTrend.SliceMinutes % 60:00}");
}
