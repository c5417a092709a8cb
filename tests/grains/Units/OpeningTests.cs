using System.Text.Json;
using OpsBoard.Configuration;
using OpsBoard.Counting;

namespace OpsBoard.Units;

public sealed class OpeningTests
{
    private const string Hall =
        """
        {"week":[{"days":"1-5","spans":["08:30-12:00","14:30-17:30"]},{"days":"6-7","spans":["09:00-16:00"]}],
         "closedOn":["2026-12-01"],"openOn":[{"date":"2026-12-05","spans":["09:00-12:00"]},{"date":"2026-10-02","spans":["10:00-11:00"]}]}
        """;

    // The National Day holiday of 2026 as an office would file it: Thursday and Friday off, Saturday 10 October worked in exchange.
    private static readonly WorkingCalendar Holidays = new(
        new Dictionary<BusinessDay, bool> { [Day("2026-10-01")] = false, [Day("2026-10-02")] = false, [Day("2026-10-10")] = true },
        new HashSet<int> { 2026 });

    [Theory]
    [InlineData("2026-11-20 08:29:59", false)]
    [InlineData("2026-11-20 08:30:00", true)]
    [InlineData("2026-11-20 11:59:59", true)]
    [InlineData("2026-11-20 12:00:00", false)]
    [InlineData("2026-11-20 14:29:59", false)]
    [InlineData("2026-11-20 17:29:59", true)]
    [InlineData("2026-11-20 17:30:00", false)]
    public void A_service_hall_closes_over_noon(string time, bool isOpen) => Assert.Equal(isOpen, IsOpen(Hall, time));

    [Theory]
    [InlineData("2026-11-21 09:00:00", true)]
    [InlineData("2026-11-22 15:59:59", true)]
    [InlineData("2026-11-22 16:00:00", false)]
    [InlineData("2026-11-22 08:30:00", false)]
    public void At_weekends_it_has_hours_of_its_own_though_no_limit_runs(string time, bool isOpen) => Assert.Equal(isOpen, IsOpen(Hall, time));

    [Fact]
    public void On_a_public_holiday_it_is_closed() => Assert.False(IsOpen(Hall, "2026-10-01 10:00:00", Holidays));

    [Fact]
    public void A_unit_that_opens_on_public_holidays_keeps_the_hours_of_that_weekday() =>
        Assert.True(IsOpen("""{"days":"1-5","from":"08:30","to":"17:30","holidays":"open"}""", "2026-10-01 10:00:00", Holidays));

    [Theory]
    [InlineData("2026-10-10 10:00:00", true)]
    [InlineData("2026-10-10 16:30:00", true)]
    [InlineData("2026-10-11 10:00:00", false)]
    public void A_saturday_worked_in_exchange_opens_like_a_monday(string time, bool isOpen) =>
        Assert.Equal(isOpen, IsOpen("""{"days":"1-5","from":"08:30","to":"17:30"}""", time, Holidays));

    [Fact]
    public void A_saturday_worked_in_exchange_keeps_weekend_hours_where_there_are_any() => Assert.False(IsOpen(Hall, "2026-10-10 16:30:00", Holidays));

    [Theory]
    [InlineData("2026-12-01 10:00:00", false)]
    [InlineData("2026-12-05 11:59:59", true)]
    [InlineData("2026-12-05 15:00:00", false)]
    public void Single_dates_are_closed_or_open_whatever_the_week_says(string time, bool isOpen) => Assert.Equal(isOpen, IsOpen(Hall, time));

    [Fact]
    public void A_date_that_is_named_opens_even_on_a_public_holiday() => Assert.True(IsOpen(Hall, "2026-10-02 10:30:00", Holidays));

    [Fact]
    public void The_form_of_a_week_of_one_span_reads_as_before()
    {
        Assert.True(IsOpen("""{"days":"1-7","from":"08:30","to":"17:30"}""", "2026-11-22 08:30:00"));
        Assert.False(IsOpen("""{"days":"1","from":"08:30","to":"17:30"}""", "2026-11-20 08:30:00"));
    }

    [Theory]
    [InlineData(Hall, "2026-11-20 15:00:00", "2026-11-20 14:30:00")]
    [InlineData(Hall, "2026-11-22 15:00:00", "2026-11-22 09:00:00")]
    public void It_is_due_since_the_span_began(string opening, string time, string since) =>
        Assert.Equal(At(since), Read(opening)!.OpenSince(At(time), WorkingCalendar.MondayToFriday));

    [Theory]
    [InlineData("2026-11-18 00:05:00", "2026-11-16 00:00:00")]
    [InlineData("2026-11-16 00:05:00", "2026-11-16 00:00:00")]
    [InlineData("2026-11-20 00:05:00", "2026-11-18 00:00:00")]
    public void A_unit_that_never_closes_overnight_does_not_open_anew_at_midnight(string time, string since) =>
        Assert.Equal(At(since), Read("""{"days":"1-5","from":"00:00","to":"24:00"}""")!.OpenSince(At(time), WorkingCalendar.MondayToFriday));

    [Fact]
    public void A_unit_without_a_calendar_has_none() => Assert.Null(Read("null"));

    [Theory]
    [InlineData("""{}""", "either \"week\"")]
    [InlineData("""{"days":"1-5"}""", "either \"week\"")]
    [InlineData("""{"days":"1-5","from":"08:30","to":"17:30","week":[{"days":"6","spans":["09:00-12:00"]}]}""", "either \"week\"")]
    [InlineData("""{"days":"0-5","from":"08:30","to":"17:30"}""", "\"days\" is \"0-5\"")]
    [InlineData("""{"days":"5-1","from":"08:30","to":"17:30"}""", "\"days\" is \"5-1\"")]
    [InlineData("""{"days":"1-5","from":"17:30","to":"08:30"}""", "the span \"17:30-08:30\" is wrong")]
    [InlineData("""{"days":"1-5","from":"8:30","to":"17:30"}""", "the span \"8:30-17:30\" is wrong")]
    [InlineData("""{"week":[null]}""", "\"days\" is \"\"")]
    [InlineData("""{"week":[{"days":"1-5","spans":[]}]}""", "\"days\":\"1-5\" needs \"spans\"")]
    [InlineData("""{"week":[{"days":"1-5","spans":["14:30-17:30","08:30-12:00"]}]}""", "the span \"08:30-12:00\" begins before")]
    [InlineData("""{"week":[{"days":"1-5","spans":["08:30-12:00","12:00-17:30"]}]}""", "join those that touch")]
    [InlineData("""{"week":[{"days":"1-5","spans":["08:30-12:00"]},{"days":"5","spans":["14:30-17:30"]}]}""", "day 5 of the week is given twice")]
    [InlineData("""{"days":"1-5","from":"08:30","to":"17:30","holidays":"maybe"}""", "\"holidays\" is \"maybe\"")]
    [InlineData("""{"days":"1-5","from":"08:30","to":"17:30","closedOn":["1 December"]}""", "\"closedOn\" holds \"1 December\"")]
    [InlineData("""{"days":"1-5","from":"08:30","to":"17:30","closedOn":"2026-12-01"}""", "$.closedOn")]
    [InlineData("""{"days":"1-5","from":"08:30","to":"17:30","closedOn":["2026-12-01"],"openOn":[{"date":"2026-12-01","spans":["09:00-12:00"]}]}""", "2026-12-01 is given twice")]
    [InlineData("""{"days":"1-5","from":"08:30","to":"17:30","openOn":[{"date":"2026-12-05"}]}""", "\"date\":\"2026-12-05\" needs \"spans\"")]
    [InlineData("""["08:30-17:30"]""", "expected \"week\"")]
    public void A_wrong_calendar_is_refused_with_unit_member_and_remedy(string opening, string text)
    {
        var fault = Assert.Throws<ConfigurationException>(() => Read(opening));

        Assert.StartsWith("units.json, unit 2 ('hainan/haikou'): \"opening\"", fault.Message, StringComparison.Ordinal);
        Assert.Contains(text, fault.Message, StringComparison.Ordinal);
    }

    private static bool IsOpen(string opening, string time, WorkingCalendar? calendar = null) =>
        Read(opening)!.Covers(At(time), calendar ?? WorkingCalendar.MondayToFriday);

    private static Opening? Read(string opening) => OpeningReader.Read(JsonDocument.Parse(opening).RootElement, "units.json, unit 2 ('hainan/haikou')");

    private static BusinessDay Day(string date) => BusinessDay.TryParse(date, out var day) ? day : throw new FormatException(date);

    private static long At(string local) => Day(local[..10]).StartMs + (long)TimeSpan.ParseExact(local[11..], "c", null).TotalMilliseconds;
}
