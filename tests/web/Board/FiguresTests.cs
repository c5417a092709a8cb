using OpsBoard.Board;
using OpsBoard.Counting;
using OpsBoard.Units;

namespace OpsBoard.Web.Board;

public sealed class FiguresTests
{
    private const long Noon = 1_795_233_600_000;

    private static readonly UnitPath Haikou = UnitPath.Parse("hainan/haikou");

    private static readonly Contribution Busy = Some(
        new Gauges { Waiting = 12, OldestWaitingMs = Noon - 779_999, InProgress = 57, WindowsOpen = 14, WindowsDue = 18, WindowsSilent = 3 },
        Tally.Zero.With(Counter.Accepted, 245).With(Counter.Completed, 12_345).With(Counter.ZeroTrip, 51)
            .With(Counter.Stars1, 1).With(Counter.Stars3, 5).With(Counter.Stars5, 40).With(Counter.ReviewsByDefault, 900));

    [Fact]
    public void A_unit_that_reports_prints_every_figure_in_one_fixed_order()
    {
        var printed = Figures.Of(Busy, FreshnessState.Live, reporting: true, Noon);

        Assert.Equal(
            [
                "accepted 245", "completed 1.2万", "inProgress 57", "waiting 12", "longestWait 12分钟", "windows 14/20", "windowsSilent 3/18", "dueSoon 0",
                "overdue 0", "badReviewsOpen 0", "badReviewsToContact 0", "badReviewsOverdue 0", "zeroTrip 51", "zeroTripShare 20.8%", "reviews 46", "satisfaction 97.8%",
            ],
            printed.Select(figure => $"{figure.Key} {figure.Value.Zh}"),
            StringComparer.Ordinal);
    }

    [Fact]
    public void The_list_of_names_is_the_list_of_what_is_printed() => Assert.Equal(
        Figures.All,
        Figures.Of(Busy, FreshnessState.Live, reporting: true, Noon).Select(figure => figure.Key),
        StringComparer.Ordinal);

    [Fact]
    public void A_unit_without_any_event_prints_real_zeroes_and_no_rates()
    {
        var idle = Printed(Some(new Gauges(), Tally.Zero), FreshnessState.Live);

        Assert.Equal(new Shown("0", "0", States.Ok), idle[Figures.Overdue]);
        Assert.Equal(new Shown("0分钟", "0 min", States.Ok), idle[Figures.LongestWait]);
        Assert.Equal(new Shown("—", "—", States.NoData), idle[Figures.WindowsSilent]);
        Assert.Equal(new Shown("—", "—", States.NoData), idle[Figures.ZeroTripShare]);
        Assert.Equal(new Shown("—", "—", States.NoData), idle[Figures.Satisfaction]);
    }

    [Theory]
    [InlineData(FreshnessState.Silent)]
    [InlineData(FreshnessState.Never)]
    public void A_unit_unheard_beyond_its_limit_withholds_every_value(FreshnessState freshness) =>
        Assert.All(Printed(Busy, freshness).Values, static figure => Assert.Equal(new Shown("未上报", "No report", States.NotReporting), figure));

    [Fact]
    public void A_unit_that_owes_no_figures_says_so_however_long_it_is_silent() => Assert.All(
        Figures.Of(Busy, FreshnessState.Never, reporting: false, Noon),
        static figure => Assert.Equal(new Shown("不适用", "N/A", States.NotApplicable), figure.Value));

    [Fact]
    public void A_late_unit_keeps_its_last_values_and_calls_them_stale()
    {
        var late = Printed(Busy, FreshnessState.Late);

        Assert.Equal(new Shown("245", "245", States.Stale), late[Figures.Accepted]);
        Assert.Equal(new Shown("20.8%", "20.8%", States.Stale), late[Figures.ZeroTripShare]);
    }

    [Fact]
    public void A_late_rate_without_a_denominator_is_no_data_and_not_stale() =>
        Assert.Equal(States.NoData, Printed(Some(new Gauges(), Tally.Zero), FreshnessState.Late)[Figures.Satisfaction].State);

    [Fact]
    public void Outside_its_opening_hours_a_unit_is_neither_stale_nor_missing() =>
        Assert.Equal(new Shown("245", "245", States.Ok), Printed(Busy, FreshnessState.Closed)[Figures.Accepted]);

    [Fact]
    public void Silent_windows_are_watched_and_counted_against_those_that_are_due()
    {
        Assert.Equal(new Shown("3/18", "3/18", States.Ok, Levels.Watch), Printed(Busy, FreshnessState.Live)[Figures.WindowsSilent]);
        Assert.Equal(new Shown("0/18", "0/18", States.Ok), Printed(Some(new Gauges { WindowsDue = 18 }, Tally.Zero), FreshnessState.Live)[Figures.WindowsSilent]);
    }

    [Fact]
    public void What_needs_attention_carries_its_level()
    {
        var pressed = Printed(
            Some(new Gauges { DueSoon = 3, Overdue = 1, BadReviewsOpen = 2, Waiting = 1, OldestWaitingMs = Noon - 1_800_000 }, Tally.Zero),
            FreshnessState.Live);

        Assert.Equal(new Shown("3", "3", States.Ok, Levels.Warning), pressed[Figures.DueSoon]);
        Assert.Equal(new Shown("1", "1", States.Ok, Levels.Overdue), pressed[Figures.Overdue]);
        Assert.Equal(new Shown("2", "2", States.Ok, Levels.Watch), pressed[Figures.BadReviewsOpen]);
        Assert.Equal(new Shown("30分钟", "30 min", States.Ok, Levels.Watch), pressed[Figures.LongestWait]);
    }

    [Fact]
    public void A_wait_of_just_under_half_an_hour_is_normal() => Assert.Null(
        Printed(Some(new Gauges { Waiting = 1, OldestWaitingMs = Noon - 1_799_999 }, Tally.Zero), FreshnessState.Live)[Figures.LongestWait].Level);

    private static Dictionary<string, Shown> Printed(Contribution contribution, FreshnessState freshness) =>
        Figures.Of(contribution, freshness, reporting: true, Noon).ToDictionary();

    private static Contribution Some(Gauges gauges, Tally tally) =>
        new(new Cell(Haikou, BusinessDay.Of(Noon), Version: 7, tally), Noon, gauges, Noon, Windows: 20);
}
