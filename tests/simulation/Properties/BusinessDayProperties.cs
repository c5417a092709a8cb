using FsCheck;
using FsCheck.Fluent;
using OpsBoard.Units;

namespace OpsBoard.Simulation;

/// <summary>The day function against the framework's own calendar, at an offset that is written down here.</summary>
public sealed class BusinessDayProperties
{
    private static readonly DateOnly First = new(1992, 1, 1);
    private static readonly DateOnly Last = new(2100, 12, 31);

    private static readonly Gen<DateOnly> AnyDay = Gen.Choose(First.DayNumber, Last.DayNumber).Select(DateOnly.FromDayNumber);

    [Fact]
    public void Any_instant_lies_on_the_day_that_clocks_of_the_province_show() =>
        Held.For(AnyDay.SelectMany(static _ => Gen.Choose(0, 86_399_999), static (day, ms) => (day, ms)), static at => BusinessDay.Of(Instant(at.day, at.ms)).Date == at.day);

    [Fact]
    public void Every_midnight_from_1992_to_2100_parts_two_days_to_the_millisecond()
    {
        var days = Enumerable.Range(First.DayNumber, Last.DayNumber - First.DayNumber + 1).Select(DateOnly.FromDayNumber);

        Assert.All(days, static day => Assert.Equal(
            [day.AddDays(-1), day.AddDays(-1), day, day, day],
            new long[] { -2, -1, 0, 1, 2 }.Select(ms => BusinessDay.Of(Instant(day, 0) + ms).Date)));
    }

    [Theory]
    [InlineData(2028, 2, 29)]
    [InlineData(2000, 2, 29)]
    [InlineData(2100, 3, 1)]
    public void A_leap_day_is_a_day_like_any_other_and_the_day_after_it_is_the_first_of_March(int year, int month, int day)
    {
        var date = new DateOnly(year, month, day);

        Assert.Equal((date, date.AddDays(1)), (BusinessDay.Of(date).Date, BusinessDay.Of(date).Next.Date));
    }

    [Fact]
    public void A_day_starts_where_the_former_ends_and_is_printed_as_it_is_read() => Held.For(AnyDay, static date =>
    {
        var day = BusinessDay.Of(date);
        return BusinessDay.Of(day.StartMs) == day && BusinessDay.Of(day.StartMs - 1) == day.Previous && BusinessDay.TryParse(day.ToString(), out var read) && read == day;
    });

    private static long Instant(DateOnly day, int ms) =>
        new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.FromHours(8)).ToUnixTimeMilliseconds() + ms;
}
