namespace OpsBoard.Web.Tests.Figures;

/// <summary>“5+2”周末服务 and 延时服务 by the packaged calendar (国办发明电〔2025〕7号: May 1 to 5 of 2026 off, Saturday May 9 worked in exchange).</summary>
public sealed class WeekendServiceTests
{
    private const string Window = "hainan/jiyang/hall/w01";

    // The 1st is a Friday of the holidays, the 4th a Monday of them, the 8th a Friday, the 9th a Saturday that is worked, the 10th a Sunday.
    private static readonly string[] Accepted =
    [
        "2026-05-01 10:00", "2026-05-04 20:00", "2026-05-08 08:29", "2026-05-08 08:30", "2026-05-08 17:29", "2026-05-08 17:30",
        "2026-05-09 10:00", "2026-05-09 18:30", "2026-05-10 10:00", "2026-05-10 18:30",
    ];

    [Fact]
    public async Task A_case_is_of_a_rest_day_or_after_the_hours_of_a_working_day_and_never_both()
    {
        await using var hall = await Hall.Open("2026-05-15 18:00");

        await hall.Send(Accepted.Select(static (at, i) => HallEvent.Accepted($"c-{i}", $"{CountyOf(i)}/hall/w01", Hall.At(at))));

        Assert.Equal(
            [
                "2026-05-01 10:00: rest day 1, after hours 0/1",
                "2026-05-04 20:00: rest day 1, after hours 0/1",
                "2026-05-08 08:29: rest day 0, after hours 1/1",
                "2026-05-08 08:30: rest day 0, after hours 0/1",
                "2026-05-08 17:29: rest day 0, after hours 0/1",
                "2026-05-08 17:30: rest day 0, after hours 1/1",
                "2026-05-09 10:00: rest day 0, after hours 0/1",
                "2026-05-09 18:30: rest day 0, after hours 1/1",
                "2026-05-10 10:00: rest day 1, after hours 0/1",
                "2026-05-10 18:30: rest day 1, after hours 0/1",
            ],
            await Task.WhenAll(Accepted.Select((at, i) => Read(hall, at, CountyOf(i)))));
    }

    [Fact]
    public async Task The_month_adds_up_the_rest_days_and_shows_no_worked_Saturday_among_them()
    {
        await using var hall = await Hall.Open("2026-05-15 18:00");

        await hall.Send(
            HallEvent.Accepted("holiday", Window, Hall.At("2026-05-01 10:00")),
            HallEvent.Accepted("friday-evening", Window, Hall.At("2026-05-08 19:00")),
            HallEvent.Accepted("worked-saturday", Window, Hall.At("2026-05-09 10:00")),
            HallEvent.Accepted("sunday", Window, Hall.At("2026-05-10 10:00")));

        Assert.Equal("2 2 ok none", await hall.Told("weekend-cases", "month"));
        Assert.Equal("1/4 25.0% ok none", await hall.Told("after-hours-share", "month"));
    }

    // Each of the cases is alone in its county.
    private static string CountyOf(int i) => $"hainan/c{i}";

    private static async Task<string> Read(Hall hall, string at, string county)
    {
        var day = $"{at[..10]}..{at[..10]}";
        var (restDay, afterHours) = (await hall.Indicator("weekend-cases", day, county), await hall.Indicator("after-hours-share", day, county));
        return $"{at}: rest day {restDay.GetProperty("numerator")}, after hours {afterHours.GetProperty("numerator")}/{afterHours.GetProperty("denominator")}";
    }
}
