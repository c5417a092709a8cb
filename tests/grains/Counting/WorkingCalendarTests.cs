using FsCheck;
using FsCheck.Fluent;
using OpsBoard.Units;

namespace OpsBoard.Counting;

public sealed class WorkingCalendarTests
{
    private static readonly WorkingCalendar Packaged = PackagedDefaults.Calendar;

    private static readonly Gen<BusinessDay> Days = Gen.Choose(Day("2019-01-01").Number, Day("2032-12-31").Number).Select(static number => new BusinessDay(number));

    private static readonly Gen<WorkingCalendar> Calendars = Gen.Choose(Day("2024-01-01").Number, Day("2027-12-31").Number)
        .Two()
        .ListOf()
        .Select(static drawn => drawn.DistinctBy(static pair => pair.Item1).ToDictionary(static pair => new BusinessDay(pair.Item1), static pair => pair.Item2 % 2 == 0))
        .Select(static exceptions => new WorkingCalendar(exceptions, new HashSet<int>()));

    [Fact]
    public void The_chinese_new_year_of_2026_stops_the_clock_from_its_eve_to_the_first_tuesday() =>
        Assert.Equal(
            ["2026-02-14", "2026-02-24", "2026-02-28", "2026-03-02"],
            new[] { Packaged.After(Day("2026-02-13"), 1), Packaged.After(Day("2026-02-14"), 1), Packaged.After(Day("2026-02-27"), 1), Packaged.After(Day("2026-02-28"), 1) }.Select(static day => day.ToString()));

    [Theory]
    [InlineData("2026-10-08", "2026-09-30")]
    [InlineData("2026-10-12", "2026-10-10")]
    [InlineData("2026-09-21", "2026-09-20")]
    public void The_last_working_day_before_a_day_may_be_before_the_holiday_or_worked_in_exchange(string day, string expected) =>
        Assert.Equal(Day(expected), Packaged.Previous(Day(day)));

    [Theory]
    [InlineData(2024, 251)]
    [InlineData(2025, 248)]
    [InlineData(2026, 248)]
    public void A_year_has_as_many_working_days_as_its_notice_leaves(int year, int expected) =>
        Assert.Equal(expected, Packaged.Between(new BusinessDay(Day($"{year}-01-01").Number - 1), Day($"{year}-12-31")));

    [Fact]
    public void The_year_whose_notice_is_not_entered_says_so()
    {
        var year = Packaged.YearOf(2027);

        Assert.Equal((true, false, false), (Packaged.IsComplete(2026), Packaged.IsComplete(2027), Packaged.IsComplete(2028)));
        Assert.Contains("待定", year?.Note);
    }

    [Theory]
    [InlineData(1, 1, "2027-02-06")]
    [InlineData(5, 5, "2027-06-09")]
    [InlineData(8, 15, "2027-09-15")]
    public void The_lunar_holidays_of_2027_stand_where_the_moon_puts_them(int month, int day, string expected)
    {
        var date = new System.Globalization.ChineseLunisolarCalendar().ToDateTime(2027, month, day, 0, 0, 0, 0);

        Assert.Equal((Day(expected), false), (BusinessDay.Of(DateOnly.FromDateTime(date)), Packaged.IsWorkingDay(Day(expected))));
    }

    [Theory]
    [InlineData("1800-01-01", 5, "1800-01-08")]
    [InlineData("1969-12-28", 1, "1969-12-29")]
    [InlineData("3000-01-01", 260, "3000-12-31")]
    public void Days_far_off_are_monday_to_friday(string day, int workingDays, string expected) =>
        Assert.Equal(Day(expected), Packaged.After(Day(day), workingDays));

    [Fact]
    public void Every_day_is_worked_or_not_as_its_exception_or_its_weekday_says() => Check(
        from calendar in Calendars
        from day in Days
        let exception = calendar.Exceptions.Where(pair => pair.Key == day).Select(static pair => (bool?)pair.Value).SingleOrDefault()
        select calendar.IsWorkingDay(day) == (exception ?? day.Date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)));

    [Fact]
    public void The_days_between_two_days_are_those_that_are_met_on_the_way() => Check(
        from calendar in Calendars
        from first in Days
        from length in Gen.Choose(-20, 900)
        let last = new BusinessDay(first.Number + length)
        select calendar.Between(first, last) == Enumerable.Range(first.Number + 1, Math.Max(0, length)).Count(number => calendar.IsWorkingDay(new BusinessDay(number))));

    [Fact]
    public void The_nth_working_day_after_a_day_is_worked_and_n_working_days_away() => Check(
        from calendar in Calendars
        from day in Days
        from workingDays in Gen.Choose(1, 700)
        let after = calendar.After(day, workingDays)
        select after > day && calendar.IsWorkingDay(after) && calendar.Between(day, after) == workingDays);

    [Fact]
    public void The_previous_working_day_is_worked_and_nothing_lies_between() => Check(
        from calendar in Calendars
        from day in Days
        let previous = calendar.Previous(day)
        select previous < day && calendar.IsWorkingDay(previous) && calendar.Between(previous, new BusinessDay(day.Number - 1)) == 0);

    [Fact]
    public void No_working_days_later_is_the_day_itself() => Assert.Equal(Day("2026-10-01"), Packaged.After(Day("2026-10-01"), 0));

    private static void Check(Gen<bool> holds) => Prop.ForAll(holds.ToArbitrary(), static held => held).QuickCheckThrowOnFailure();

    private static BusinessDay Day(string text) => BusinessDay.Of(DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
}
