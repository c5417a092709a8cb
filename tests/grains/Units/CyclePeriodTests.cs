using FsCheck;
using FsCheck.Fluent;

namespace OpsBoard.Units;

/// <summary>Months, quarters and years of the calendar.</summary>
public sealed class CyclePeriodTests
{
    [Fact]
    public void Every_day_lies_in_exactly_one_period_of_its_year() => Prop.ForAll<ushort, Cycle>((offset, cycle) =>
    {
        var day = new BusinessDay(BusinessDay.Of(new DateOnly(1992, 1, 1)).Number + (offset % 39_000));
        var period = CyclePeriod.Of(cycle, day);

        Assert.Equal([period], CyclePeriod.In(day.Date.Year, cycle).Where(each => each.Has(day)));
        Assert.True(period.First <= day && day <= period.Last);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_periods_of_a_year_follow_one_another_from_its_first_day_to_its_last() => Prop.ForAll<byte, Cycle>((offset, cycle) =>
    {
        var year = 1992 + (offset % 100);
        var periods = CyclePeriod.In(year, cycle).ToList();

        Assert.Equal((new DateOnly(year, 1, 1), new DateOnly(year, 12, 31)), (periods[0].First.Date, periods[^1].Last.Date));
        Assert.All(periods.Zip(periods.Skip(1)), static pair => Assert.Equal(pair.First.Last.Next, pair.Second.First));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_period_is_written_so_that_it_tells_its_kind()
    {
        var day = BusinessDay.Of(new DateOnly(2026, 11, 20));

        Assert.Equal(["2026-11", "2026-Q4", "2026"], Enum.GetValues<Cycle>().Select(cycle => $"{CyclePeriod.Of(cycle, day)}"));
    }

    [Fact]
    public void What_is_written_is_read_as_the_same_period_and_as_none_of_another_cycle() => Prop.ForAll<ushort, Cycle, Cycle>((offset, cycle, other) =>
    {
        var period = CyclePeriod.Of(cycle, new BusinessDay(offset));

        Assert.True(CyclePeriod.TryParse(cycle, $"{period}", out var again));
        Assert.Equal((period, cycle == other), (again, CyclePeriod.TryParse(other, $"{period}", out _)));
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(Cycle.Month, "2026-13")]
    [InlineData(Cycle.Month, "2026-1")]
    [InlineData(Cycle.Quarter, "2026-Q5")]
    [InlineData(Cycle.Quarter, "2026-q1")]
    [InlineData(Cycle.Year, "26")]
    [InlineData(Cycle.Year, "0000")]
    [InlineData(Cycle.Year, null)]
    public void What_no_calendar_has_is_no_period(Cycle cycle, string? text) => Assert.False(CyclePeriod.TryParse(cycle, text, out _));
}
