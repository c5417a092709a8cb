using System.Text.Json;
using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Tests.Figures;

/// <summary>
/// 差评 → 回访 → 整改 (国办发〔2019〕51号) with the packaged limits of 5 and 15 working days: a bad review of Friday 2026-11-20 is to be
/// followed up by Friday the 27th and put right by Friday 2026-12-11.
/// </summary>
public sealed class BadReviewLoopTests
{
    private const string Window = "hainan/jiyang/hall/w01";

    private static readonly DateTimeOffset Friday = Hall.At("2026-11-20 10:00");

    [Fact]
    public async Task A_bad_review_that_nobody_follows_up_becomes_overdue_by_time_alone_whatever_stars_come_after_it()
    {
        await using var hall = await Hall.Open("2026-11-20 18:00");
        await hall.Send(HallEvent.Reviewed("bad", 1, Window, Friday));
        var submitted = await hall.CaughtUp();
        await hall.Send(Enumerable.Range(0, 50).Select(static i => HallEvent.Reviewed($"good-{i}", 5, Window, Friday.AddMinutes(i))));
        await hall.Send(SentEvent.Of("review.submitted", "changed-mind", Window, Friday.AddHours(7), new { review = "bad", stars = 5 }));

        // The case is due soon on the last day: a board that says so has looked at the window on that day.
        await hall.Send(HallEvent.Accepted("witness", Window, Friday, promisedDays: 5));
        hall.Server.Clock.Now = Hall.At("2026-11-27 23:59");
        var lastMinute = await hall.Board(static board => board.GetProperty("gauges").GetProperty("dueSoon").GetInt32() == 1);
        hall.Server.Clock.Now = Hall.At("2026-11-28 00:00");

        var overdue = await hall.Board(static board => Open(board) == (1, 1));
        Assert.Equal(((1, 0), (1, 0), (1, 1)), (Open(submitted), Open(lastMinute), Open(overdue)));
    }

    [Fact]
    public async Task Followed_up_and_put_right_it_is_closed_and_each_limit_is_judged_on_its_own_day()
    {
        await using var hall = await Hall.Open("2026-11-20 18:00");
        await hall.Send(HallEvent.Reviewed("late", 1, Window, Friday), HallEvent.Reviewed("prompt", 2, Window, Friday));
        hall.Server.Clock.Now = Hall.At("2026-11-24 18:00");
        await hall.Send(HallEvent.Followed("contacted", "prompt", Window, Hall.At("2026-11-24 17:00")), HallEvent.Followed("rectified", "prompt", Window, Hall.At("2026-11-24 17:10")));
        hall.Server.Clock.Now = Hall.At("2026-11-30 18:00");
        var overdue = await hall.Board(static board => Open(board) == (1, 1));

        await hall.Send(HallEvent.Followed("contacted", "late", Window, Hall.At("2026-11-30 17:00")));
        var contacted = await hall.CaughtUp();
        var november = (await hall.Told("bad-review-contacted", "month"), await hall.Told("bad-review-contacted-on-time", "month"), await hall.Told("bad-review-rectified", "month"));
        await hall.Send(HallEvent.Followed("rectified", "late", Window, Hall.At("2026-11-30 17:30")));
        var closed = await hall.CaughtUp();
        hall.Server.Clock.Now = Hall.At("2026-12-14 18:00");
        await hall.Board(static board => board.GetProperty("businessDay").GetString() == "2026-12-14");

        Assert.Equal((1, 0), (ToContact(overdue), ToContact(contacted)));
        Assert.Equal(((1, 1), (1, 0), (0, 0)), (Open(overdue), Open(contacted), Open(closed)));
        Assert.Equal(("2/2 100.0% ok met", "1/2 50.0% ok behind", "0/0 — noData none"), november);
        Assert.Equal("2/2 100.0% ok met", await hall.Told("bad-review-rectified", "month"));
        Assert.Equal("2/2 100.0% ok met", await hall.Told("bad-review-rectified-on-time", "month"));
    }

    private static int ToContact(JsonElement board) => board.GetProperty("gauges").GetProperty("badReviewsToContact").GetInt32();

    private static (int Open, int Overdue) Open(JsonElement board)
    {
        var gauges = board.GetProperty("gauges");
        return (gauges.GetProperty("badReviewsOpen").GetInt32(), gauges.GetProperty("badReviewsOverdue").GetInt32());
    }
}
