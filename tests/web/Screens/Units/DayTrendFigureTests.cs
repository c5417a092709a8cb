using OpsBoard.Board;
using OpsBoard.Counting;
using OpsBoard.Testing;
using OpsBoard.Units;
using OpsBoard.Web.History;

namespace OpsBoard.Web.Screens.Units;

/// <summary>The unit accepts a case at 08:40 and at 09:50, and it is ten.</summary>
public sealed class DayTrendFigureTests
{
    private static readonly BusinessDay Friday = BusinessDay.Of(new DateOnly(2026, 11, 20));

    [Fact]
    public void What_is_to_come_and_the_slice_under_way_are_gaps()
    {
        var today = Trend(FreshnessState.Live);

        Assert.Equal(["08:30 1", "09:45 1"], Known(today).Where(static point => !point.EndsWith(" 0", StringComparison.Ordinal)));
        Assert.Equal("09:45 1", Known(today)[^1]);
    }

    [Fact]
    public void Of_a_unit_that_fell_silent_nothing_is_drawn_after_its_last_report() =>
        Assert.Equal("09:00 0", Known(Trend(FreshnessState.Silent, lastEvent: "2026-11-20 09:05:00"))[^1]);

    [Fact]
    public void It_is_compared_with_the_newest_same_weekday_that_has_any()
    {
        var figure = Trend(FreshnessState.Live, Day(Friday.Number - 14), Day(Friday.Number - 7), Day(Friday.Number - 1));

        Assert.Equal(["今日受理", "今日办结", "11月13日 受理", "11月13日 办结"], figure.Series.Select(static series => series.Name));
        Assert.Contains("2026年11月13日 星期五", figure.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_such_a_day_the_chart_says_that_there_is_none() =>
        Assert.Contains("没有同一星期几的数据", Trend(FreshnessState.Live, Day(Friday.Number - 1)).Summary, StringComparison.Ordinal);

    private static Charts.ChartFigure Trend(FreshnessState freshness, params IReadOnlyList<HistoryDay> before) => Trend(freshness, "2026-11-20 09:59:00", before);

    private static Charts.ChartFigure Trend(FreshnessState freshness, string lastEvent, params IReadOnlyList<HistoryDay> before)
    {
        var unit = Some.Contribution("hainan/haikou", day: Friday) with { LastEventMs = Some.At(lastEvent) };
        var tally = With("2026-11-20 08:40:00") + With("2026-11-20 09:50:00");
        return DayTrendFigure.Of(unit with { Cell = unit.Cell with { Tally = tally } }, freshness, Some.At("2026-11-20 10:05:00"), before, Words.Zh);
    }

    private static HistoryDay Day(int number) => new(new(new BusinessDay(number), With("2026-11-13 10:00:00"), 1, 0), default, []);

    private static Tally With(string acceptedAt)
    {
        var tally = new TallyBuilder();
        tally.Add(new Mark(Friday, Slot.OfAcceptedAt(Some.At(acceptedAt))));
        return tally.ToTally();
    }

    private static List<string> Known(Charts.ChartFigure figure) =>
        [.. figure.Across.Zip(figure.Series[0].Points, static (place, point) => (place, point)).Where(static pair => pair.point.Value is not null).Select(static pair => $"{pair.place} {pair.point.Text}")];
}
