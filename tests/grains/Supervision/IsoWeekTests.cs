using OpsBoard.Testing;
using OpsBoard.Units;

namespace OpsBoard.Supervision;

public sealed class IsoWeekTests
{
    [Theory]
    [InlineData("2026-W53", "2026-12-28", 12, 4)]
    [InlineData("2025-W01", "2024-12-30", 1, 1)]
    [InlineData("2026-W14", "2026-03-30", 4, 2)]
    public void A_week_belongs_to_the_month_and_the_quarter_of_its_Thursday(string text, string monday, int month, int quarter)
    {
        var week = SomeTask.Week(text);

        Assert.Equal((text, monday, month, quarter), ($"{week}", $"{week.Monday}", week.Month, week.Quarter));
    }

    [Theory]
    [InlineData("2025-W53")]
    [InlineData("2026-W00")]
    [InlineData("2026-W54")]
    [InlineData("2026-30")]
    [InlineData("2026W30")]
    [InlineData("2026-W3")]
    [InlineData("2026-W-3")]
    [InlineData("1991-W10")]
    [InlineData("")]
    [InlineData(null)]
    public void What_no_year_has_is_no_week(string? text) => Assert.False(IsoWeek.TryParse(text, out _));

    [Fact]
    public void Every_day_lies_in_the_week_that_it_is_said_to_be_of()
    {
        var days = Enumerable.Range(BusinessDay.Of(new DateOnly(2020, 1, 1)).Number, 4000).Select(static number => new BusinessDay(number));

        Assert.All(days, static day => Assert.InRange(day.StartMs, IsoWeek.Of(day).Monday.StartMs, IsoWeek.Of(day).EndMs - 1));
        Assert.All(days, static day => Assert.True(IsoWeek.TryParse($"{IsoWeek.Of(day)}", out var again) && again == IsoWeek.Of(day)));
    }

    [Fact]
    public void Weeks_follow_one_another_also_over_the_end_of_a_year() =>
        Assert.Equal(["2026-W53", "2027-W01"], new[] { SomeTask.Week("2026-W52").Next, SomeTask.Week("2026-W53").Next }.Select(static week => $"{week}"));
}
