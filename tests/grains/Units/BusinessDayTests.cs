namespace OpsBoard.Units;

public sealed class BusinessDayTests
{
    [Theory]
    [InlineData("2026-11-20T15:59:59.999Z", "2026-11-20")]
    [InlineData("2026-11-20T16:00:00.000Z", "2026-11-21")]
    [InlineData("1992-01-01T00:00:00.000Z", "1992-01-01")]
    [InlineData("1969-12-31T15:59:59.999Z", "1969-12-31")]
    [InlineData("2028-02-28T16:00:00.000Z", "2028-02-29")]
    public void The_day_turns_at_midnight_in_the_province(string instant, string day)
    {
        var unixMs = new DateTimeOffset(DateTime.ParseExact(instant, "yyyy-MM-ddTHH:mm:ss.fffZ", null), TimeSpan.Zero).ToUnixTimeMilliseconds();

        Assert.Equal(day, BusinessDay.Of(unixMs).ToString());
    }

    [Fact]
    public void A_day_starts_with_its_first_millisecond_and_not_before()
    {
        var day = BusinessDay.Of(Testing.Some.NowMs);

        Assert.Equal((day, new BusinessDay(day.Number - 1)), (BusinessDay.Of(day.StartMs), BusinessDay.Of(day.StartMs - 1)));
    }
}
