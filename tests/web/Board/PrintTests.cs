using OpsBoard.Units;

namespace OpsBoard.Web.Board;

public sealed class PrintTests
{
    [Theory]
    [InlineData(0, "0", "0")]
    [InlineData(9_999, "9999", "9999")]
    [InlineData(10_000, "1.0万", "10.0k")]
    [InlineData(123_456, "12.3万", "123.4k")]
    [InlineData(199_999, "19.9万", "199.9k")]
    [InlineData(999_999, "99.9万", "999.9k")]
    [InlineData(1_234_567, "123.4万", "1.2M")]
    [InlineData(99_999_999, "9999.9万", "99.9M")]
    [InlineData(123_456_789, "1.2亿", "123.4M")]
    [InlineData(-3, "−3", "−3")]
    [InlineData(-123_456, "−12.3万", "−123.4k")]
    public void A_large_count_is_cut_to_one_decimal_and_never_rounded_up(long count, string zh, string en) =>
        Assert.Equal(new Wording(zh, en), Print.Count(count));

    [Theory]
    [InlineData(0, "0")]
    [InlineData(1_234_567, "1,234,567")]
    [InlineData(-1_000, "−1,000")]
    public void Tables_print_all_digits_with_separators(long count, string text) => Assert.Equal(text, Print.Digits(count));

    [Theory]
    [InlineData(0, 245, "0.0%")]
    [InlineData(1, 1_000, "0.1%")]
    [InlineData(1, 1_001, "<0.1%")]
    [InlineData(51, 245, "20.8%")]
    [InlineData(9_999, 10_000, "99.9%")]
    [InlineData(10_000, 10_000, "100.0%")]
    [InlineData(2_221, 2_191, "101.3%")]
    [InlineData(long.MaxValue - 1, long.MaxValue, "99.9%")]
    public void A_rate_reaches_the_whole_only_when_the_numerator_does(long numerator, long denominator, string text) =>
        Assert.Equal(text, Print.Rate(numerator, denominator));

    [Fact]
    public void A_rate_without_a_denominator_has_no_text() => Assert.Throws<ArgumentOutOfRangeException>(() => Print.Rate(0, 0));

    [Theory]
    [InlineData("2026-11-20T23:59:59Z", "07:59:59", "07:59")]
    [InlineData("2026-11-21T10:42:05.999+08:00", "10:42:05", "10:42")]
    [InlineData("2026-11-20T16:00:00-05:00", "05:00:00", "05:00")]
    public void Times_are_those_of_the_province_whatever_the_offset_of_the_instant(string instant, string time, string hourMinute) =>
        Assert.Equal((time, hourMinute), (Print.Time(At(instant)), Print.HourMinute(At(instant))));

    [Theory]
    [InlineData(2026, 11, 21, "2026年11月21日 星期六", "Saturday, 21 November 2026")]
    [InlineData(2028, 2, 29, "2028年2月29日 星期二", "Tuesday, 29 February 2028")]
    [InlineData(2027, 1, 3, "2027年1月3日 星期日", "Sunday, 3 January 2027")]
    public void Dates_carry_their_weekday(int year, int month, int day, string zh, string en) =>
        Assert.Equal(new Wording(zh, en), Print.Date(BusinessDay.Of(new DateOnly(year, month, day))));

    [Theory]
    [InlineData(0, "0秒", "0 s")]
    [InlineData(59, "59秒", "59 s")]
    [InlineData(200, "3分20秒", "3 min 20 s")]
    [InlineData(3_599, "59分59秒", "59 min 59 s")]
    [InlineData(7_500, "2小时05分", "2:05 h")]
    public void Durations_are_printed_to_the_second_below_an_hour(long seconds, string zh, string en) =>
        Assert.Equal(new Wording(zh, en), Print.Duration(seconds));

    [Theory]
    [InlineData(null, "0分钟", "0 min")]
    [InlineData(0L, "不到1分钟", "<1 min")]
    [InlineData(59L, "不到1分钟", "<1 min")]
    [InlineData(60L, "1分钟", "1 min")]
    [InlineData(779L, "12分钟", "12 min")]
    [InlineData(3_900L, "1小时05分", "1:05 h")]
    public void A_wait_changes_its_text_once_a_minute_at_most(long? seconds, string zh, string en) =>
        Assert.Equal(new Wording(zh, en), Print.Wait(seconds));

    [Theory]
    [InlineData(-2, "0 秒", "0 s")]
    [InlineData(59, "59 秒", "59 s")]
    [InlineData(1_139, "18 分钟", "18 min")]
    [InlineData(86_399, "23 小时", "23 h")]
    [InlineData(200_000, "2 天", "2 d")]
    public void An_age_is_one_whole_number_of_its_largest_unit(long seconds, string zh, string en) =>
        Assert.Equal(new Wording(zh, en), Print.Age(seconds));

    private static DateTimeOffset At(string instant) => System.Xml.XmlConvert.ToDateTimeOffset(instant);
}
