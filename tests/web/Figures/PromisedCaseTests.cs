using System.Text.Json;

namespace OpsBoard.Web.Tests.Figures;

/// <summary>
/// 承诺时限 in working days, from the day after the acceptance: five days from Friday 2026-11-20 end with Friday the 27th, the day on
/// which the case is due soon. Beside each other case stands one that nothing happens to, to show what time alone does.
/// </summary>
public sealed class PromisedCaseTests
{
    private const string Window = "hainan/jiyang/hall/w01";

    private static readonly DateTimeOffset Friday = Hall.At("2026-11-20 10:00");

    [Fact]
    public async Task A_promise_is_due_soon_on_its_last_day_and_overdue_after_it_with_time_alone()
    {
        await using var hall = await Hall.Open("2026-11-20 18:00");
        await hall.Send(HallEvent.Accepted("plain", Window, Friday, promisedDays: 5));
        var accepted = await hall.CaughtUp();

        hall.Server.Clock.Now = Hall.At("2026-11-27 09:00");
        await hall.Board(static board => Gauges(board) == (1, 1, 0));
        hall.Server.Clock.Now = Hall.At("2026-11-28 09:00");
        await hall.Board(static board => Gauges(board) == (1, 0, 1));
        await hall.Send(HallEvent.Completed("plain", Window, Hall.At("2026-11-28 09:00")));

        Assert.Equal((1, 0, 0), Gauges(accepted));
        Assert.Equal((0, 0, 0), Gauges(await hall.CaughtUp()));
        Assert.Equal("0/1 ok behind", await hall.Counted("on-time", "today"));
    }

    [Fact]
    public async Task Suspended_it_waits_and_resumed_it_has_the_working_days_that_were_left()
    {
        await using var hall = await Hall.Open("2026-11-20 18:00");
        await hall.Send(HallEvent.Accepted("plain", Window, Friday, promisedDays: 5), HallEvent.Accepted("suspended", Window, Friday, promisedDays: 5));
        hall.Server.Clock.Now = Hall.At("2026-11-24 18:00");
        await hall.Send(HallEvent.Progress("suspended", "suspended", Window, Hall.At("2026-11-24 10:00")));
        Assert.Equal(1, (await hall.CaughtUp()).GetProperty("gauges").GetProperty("suspended").GetInt32());

        hall.Server.Clock.Now = Hall.At("2026-11-27 09:00");
        await hall.Board(static board => Gauges(board) == (2, 1, 0));
        hall.Server.Clock.Now = Hall.At("2026-12-01 18:00");
        await hall.Board(static board => Gauges(board) == (2, 0, 1));
        await hall.Send(HallEvent.Progress("resumed", "suspended", Window, Hall.At("2026-12-01 10:00")));

        // Monday the 23rd had counted; from Tuesday the first on four days are left: until Friday the fourth.
        hall.Server.Clock.Now = Hall.At("2026-12-04 09:00");
        await hall.Board(static board => Gauges(board) == (2, 1, 1));
        await hall.Send(HallEvent.Completed("suspended", Window, Hall.At("2026-12-04 08:59")));
        Assert.Equal("1/1 ok met", await hall.Counted("on-time", "today"));
    }

    [Fact]
    public async Task Extended_it_is_due_as_many_working_days_later()
    {
        await using var hall = await Hall.Open("2026-11-20 18:00");
        await hall.Send(HallEvent.Accepted("plain", Window, Friday, promisedDays: 5), HallEvent.Accepted("extended", Window, Friday, promisedDays: 5));
        hall.Server.Clock.Now = Hall.At("2026-11-26 18:00");
        await hall.Send(HallEvent.Progress("extended", "extended", Window, Hall.At("2026-11-26 10:00"), days: 3));

        hall.Server.Clock.Now = Hall.At("2026-11-27 09:00");
        await hall.Board(static board => Gauges(board) == (2, 1, 0));
        hall.Server.Clock.Now = Hall.At("2026-11-28 09:00");
        await hall.Board(static board => Gauges(board) == (2, 0, 1));
        hall.Server.Clock.Now = Hall.At("2026-12-02 09:00");
        await hall.Board(static board => Gauges(board) == (2, 1, 1));
        hall.Server.Clock.Now = Hall.At("2026-12-03 09:00");
        await hall.Board(static board => Gauges(board) == (2, 0, 2));

        Assert.True((await hall.Server.Journal.Recount(null, null)).Equal);
    }

    private static (int InProgress, int DueSoon, int Overdue) Gauges(JsonElement board)
    {
        var gauges = board.GetProperty("gauges");
        return (gauges.GetProperty("inProgress").GetInt32(), gauges.GetProperty("dueSoon").GetInt32(), gauges.GetProperty("overdue").GetInt32());
    }
}
