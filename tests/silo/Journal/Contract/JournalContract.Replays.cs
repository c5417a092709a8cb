using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Testing;

namespace OpsBoard.Silo;

/// <summary>What the journal said at the tokens of a day, counted anew later.</summary>
public abstract partial class JournalContract
{
    private const long MostEvents = 1_000_000;

    [Fact]
    public async Task A_late_event_and_a_correction_are_listed_and_one_that_was_under_way_is_counted_apart()
    {
        await House.Append(Some.Accepted("c1"));
        await Record();
        House.Clock.Advance(TimeSpan.FromSeconds(30));
        await House.Append(Some.Accepted("under-way"));
        House.Clock.Advance(TimeSpan.FromDays(1));
        await House.Append(Some.Accepted("late", atMs: Some.NowMs - 1), Some.Correction("c1-accepted", null), Some.Accepted("tomorrow", atMs: Some.NowMs + 1));

        var replay = await Replay();
        var later = replay.After(replay.Tokens[0], 10);

        Assert.Equal((1, 1, 1), (later.Corrections, later.Late, later.OnTheWay));
        Assert.Equal(["c1-accepted-corrected-1", "late-accepted"], later.Listed.Select(static row => row.Id));
    }

    [Fact]
    public async Task Tokens_hold_over_hours_and_over_restarts_and_the_newest_before_an_instant_is_found()
    {
        await House.Append(Some.Accepted("c1"));
        await Record();
        House.Clock.Advance(TimeSpan.FromMinutes(50));
        await House.Append(Some.Accepted("c2"));
        await Record();
        await House.Reopen();
        House.Clock.Advance(TimeSpan.FromMinutes(50));
        await House.Append(Some.Accepted("c3", window: "hainan/haikou/housing/w02"));
        await Record();

        var replay = await Replay();
        var between = await House.Store.FindToken(Some.Window, Some.NowMs + (99 * 60_000));

        Assert.Equal([1L, 2L, 3L], replay.Tokens.Select(token => replay.At(token).Sum(static window => window.Tally[Counter.Accepted])));
        Assert.Equal([1, 1, 2], replay.Tokens.Select(token => replay.At(token).Length));
        Assert.Equal(replay.Tokens[1], between);
        Assert.Null(await House.Store.FindToken(Province, Some.NowMs - 1));
    }

    [Fact]
    public async Task Tokens_beyond_their_time_go_and_those_that_stay_can_still_be_read()
    {
        await House.Append(Some.Accepted("c1"));
        foreach (var minutes in new[] { 10, 10, 50, 60 })
        {
            await Record(keepFor: TimeSpan.FromMinutes(65));
            House.Clock.Advance(TimeSpan.FromMinutes(minutes));
        }

        var replay = await Replay();

        Assert.Equal([0L, 10, 20, 70], replay.Tokens.Select(static token => (token.AtMs - Some.NowMs) / 60_000));
        await Record(keepFor: TimeSpan.FromMinutes(59));
        var kept = await Replay();
        Assert.Equal([70L, 130], kept.Tokens.Select(static token => (token.AtMs - Some.NowMs) / 60_000));
        Assert.All(kept.Tokens, token => Assert.Single(kept.At(token)));
    }

    [Fact]
    public async Task A_day_with_too_many_events_since_is_refused()
    {
        await Record();
        await House.Append(Some.Accepted("c1"), Some.Accepted("c2"));

        await Assert.ThrowsAsync<ReplayTooLargeException>(() => House.Store.OpenReplay(Province, Today, mostEvents: 1));
    }

    private Task<IReplay> Replay() => House.Store.OpenReplay(Province, Today, MostEvents);

    private async Task Record(TimeSpan? keepFor = null)
    {
        var now = House.Clock.GetUtcNow();
        var versions = await House.Store.ReadVersions(Province);
        await House.Store.Record(new BoardToken(Province, now.ToUnixTimeMilliseconds(), false, 0, versions), (now - (keepFor ?? TimeSpan.FromDays(90))).ToUnixTimeMilliseconds());
    }
}
