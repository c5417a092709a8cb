using OpsBoard.Counting;
using OpsBoard.Testing;
using OpsBoard.Units;

namespace OpsBoard.Board;

/// <summary>Late after 2 minutes, silent after 15; the window opens at 08:30 on a Friday.</summary>
public sealed class FreshnessLimitsTests
{
    private const string Evening = "2026-11-19 17:29:00";

    [Theory]
    [InlineData("10:00:00", "10:02:00", FreshnessState.Live)]
    [InlineData("10:00:00", "10:02:01", FreshnessState.Late)]
    [InlineData("10:00:00", "10:15:00", FreshnessState.Late)]
    [InlineData("10:00:00", "10:15:01", FreshnessState.Silent)]
    [InlineData("17:29:00", "17:30:59", FreshnessState.Live)]
    [InlineData("17:29:00", "17:31:01", FreshnessState.Closed)]
    [InlineData("19:59:00", "20:00:00", FreshnessState.Live)]
    [InlineData("08:29:59", "08:31:00", FreshnessState.Live)]
    public void A_window_is_as_fresh_as_its_newest_event_while_it_is_due(string heard, string now, FreshnessState state) =>
        Assert.Equal(state, Of($"2026-11-20 {heard}", now));

    [Theory]
    [InlineData("08:29:59", FreshnessState.Closed)]
    [InlineData("08:30:01", FreshnessState.Closed)]
    [InlineData("08:32:00", FreshnessState.Closed)]
    [InlineData("08:32:01", FreshnessState.Late)]
    [InlineData("08:45:00", FreshnessState.Late)]
    [InlineData("08:45:01", FreshnessState.Silent)]
    public void In_the_morning_silence_is_counted_from_the_opening_and_not_from_yesterday(string now, FreshnessState state) =>
        Assert.Equal(state, Of(Evening, now));

    [Theory]
    [InlineData("08:29:59", FreshnessState.Closed)]
    [InlineData("08:45:00", FreshnessState.Closed)]
    [InlineData("08:45:01", FreshnessState.Never)]
    [InlineData("17:30:00", FreshnessState.Closed)]
    public void A_window_that_was_never_heard_of_is_missed_only_while_it_is_due(string now, FreshnessState state) => Assert.Equal(state, Of(null, now));

    [Fact]
    public void A_window_without_a_calendar_is_always_due() => Assert.Equal(
        FreshnessState.Silent,
        Of(new Gauges { WindowsDue = 1, DueSinceMs = 0, DueEventMs = Some.At(Evening) }, Some.At(Evening), "03:00:00"));

    [Fact]
    public void A_window_that_is_not_due_makes_nothing_live() => Assert.Equal(
        FreshnessState.Silent,
        Of(new Gauges { WindowsDue = 1, DueSinceMs = Some.At("2026-11-20 08:30:00"), DueEventMs = Some.At("2026-11-20 09:00:00") }, Some.At("2026-11-20 10:00:00"), "10:00:00"));

    private static FreshnessState Of(string? heard, string now)
    {
        var window = Some.Contribution("hainan/haikou/housing/w01") with { LastEventMs = heard is null ? null : Some.At(heard), AtMs = Some.At($"2026-11-20 {now}") };
        return new FreshnessLimits().Of(Some.Attendance(Some.Offices()).Seen(window), window.AtMs);
    }

    private static FreshnessState Of(Gauges gauges, long lastEventMs, string now) => new FreshnessLimits().Of(
        Some.Contribution("hainan/haikou/housing") with { Gauges = gauges, LastEventMs = lastEventMs },
        Some.At($"2026-11-20 {now}"));
}
