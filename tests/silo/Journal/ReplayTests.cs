using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Testing;
using OpsBoard.Units;

namespace OpsBoard.Silo;

/// <summary>What the journal said at the tokens of a day, counted anew later.</summary>
public sealed class ReplayTests : IAsyncDisposable
{
    private const int Rounds = 40;
    private const long MostEvents = 1_000_000;
    private static readonly UnitPath Province = JournalHouse.Province;
    private static readonly BusinessDay Today = BusinessDay.Of(Some.NowMs);
    private readonly JournalHouse _house = new();

    [Fact]
    public void At_any_token_a_replay_says_what_the_journal_said_then_whatever_came_later_and_whichever_was_looked_at_before() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(Rounds),
        Prop.ForAll(SomeEventSets.Any.ToArbitrary(), static set => SaysTheSame(set.Events, new Random(set.Seed)).GetAwaiter().GetResult()));

    [Fact]
    public async Task A_late_event_and_a_correction_are_listed_and_one_that_was_under_way_is_counted_apart()
    {
        await _house.Append(Some.Accepted("c1"));
        await Record();
        _house.Clock.Advance(TimeSpan.FromSeconds(30));
        await _house.Append(Some.Accepted("under-way"));
        _house.Clock.Advance(TimeSpan.FromDays(1));
        await _house.Append(Some.Accepted("late", atMs: Some.NowMs - 1), Some.Correction("c1-accepted", null), Some.Accepted("tomorrow", atMs: Some.NowMs + 1));

        var replay = await Open();
        var later = replay.After(replay.Tokens[0], 10);

        Assert.Equal((1, 1, 1), (later.Corrections, later.Late, later.OnTheWay));
        Assert.Equal(["c1-accepted-corrected-1", "late-accepted"], later.Listed.Select(static row => row.Id));
    }

    [Fact]
    public async Task Tokens_hold_over_hours_and_over_restarts_and_the_newest_before_an_instant_is_found()
    {
        await _house.Append(Some.Accepted("c1"));
        await Record();
        _house.Clock.Advance(TimeSpan.FromMinutes(50));
        await _house.Append(Some.Accepted("c2"));
        await Record();
        await _house.Reopen();
        _house.Clock.Advance(TimeSpan.FromMinutes(50));
        await _house.Append(Some.Accepted("c3", window: "hainan/haikou/housing/w02"));
        await Record();

        var replay = await Open();
        var between = await _house.Journal.FindToken(Some.Window, Some.NowMs + (99 * 60_000));

        Assert.Equal([1L, 2L, 3L], replay.Tokens.Select(token => replay.At(token).Sum(static window => window.Tally[Counter.Accepted])));
        Assert.Equal([1, 1, 2], replay.Tokens.Select(token => replay.At(token).Length));
        Assert.Equal(replay.Tokens[1], between);
        Assert.Null(await _house.Journal.FindToken(Province, Some.NowMs - 1));
    }

    [Fact]
    public async Task Tokens_beyond_their_time_go_and_those_that_stay_can_still_be_read()
    {
        await _house.Append(Some.Accepted("c1"));
        foreach (var minutes in new[] { 10, 10, 50, 60 })
        {
            await Record(keepFor: TimeSpan.FromMinutes(65));
            _house.Clock.Advance(TimeSpan.FromMinutes(minutes));
        }

        var replay = await Open();

        Assert.Equal([0L, 10, 20, 70], replay.Tokens.Select(static token => (token.AtMs - Some.NowMs) / 60_000));
        await Record(keepFor: TimeSpan.FromMinutes(59));
        var kept = await Open();
        Assert.Equal([70L, 130], kept.Tokens.Select(static token => (token.AtMs - Some.NowMs) / 60_000));
        Assert.All(kept.Tokens, token => Assert.Single(kept.At(token)));
    }

    [Fact]
    public async Task A_day_with_too_many_events_since_is_refused()
    {
        await Record();
        await _house.Append(Some.Accepted("c1"), Some.Accepted("c2"));

        await Assert.ThrowsAsync<ReplayTooLargeException>(() => _house.Journal.OpenReplay(Province, Today, mostEvents: 1));
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    private static async Task<bool> SaysTheSame(ServiceEvent[] events, Random random)
    {
        await using var house = new JournalHouse(clock: new ManualClock(ManualClock.Opening.AddDays(-50)));
        await SomeEventSets.GoLive(house);
        random.Shuffle(events);
        var said = new List<string>();
        foreach (var batch in events.Take(events.Length * 3 / 4).Chunk(random.Next(1, 8)))
        {
            await house.Append(batch);
            said.Add(Text(await house.Journal.ReadWindows(Province, Today)));
            await house.Journal.Record(new BoardToken(Province, house.Clock.GetUtcNow().ToUnixTimeMilliseconds(), false, 0, await house.Journal.ReadVersions(Province)), 0);
            house.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        house.Clock.Advance(TimeSpan.FromDays(random.Next(0, 12)));
        await house.Append([.. events.Skip(events.Length * 3 / 4)]);
        foreach (var waiting in (await house.Journal.ReadRevisions(Province, JournalHouse.First, JournalHouse.Last)).Where(static revision => revision.State == RevisionState.Waiting))
            await house.Journal.Decide(new Decision(waiting.Number, waiting.Number % 2 == 0, "office"));
        var replay = await house.Journal.OpenReplay(Province, Today, MostEvents);
        var order = Enumerable.Range(0, said.Count).Concat(Enumerable.Range(0, said.Count)).ToArray();
        random.Shuffle(order);
        Assert.All(order, token => Assert.Equal(said[token], Text(replay.At(replay.Tokens[token]))));
        return true;
    }

    private static string Text(ImmutableArray<WindowRecord> windows) => string.Join('\n', windows.Select(static window =>
        $"{window.Window} {window.Version} {window.LastEventMs} {string.Join(',', window.Tally.With(default(ItemStock)).Counts)} "
        + $"{Convert.ToHexString(window.Tally.Waits.Buckets.Packed)} {Convert.ToHexString(window.Tally.Handling.Buckets.Packed)} {Convert.ToHexString(window.Tally.Trend.Slices.Packed)} "
        + string.Join(' ', window.Open.Where(Counts).OrderBy(static open => open.Kind).ThenBy(static open => open.Id, StringComparer.Ordinal))));

    // Tickets and openings of another day count for nothing, and are let go some day.
    private static bool Counts(OpenSubject open) => open.Kind is not (SubjectKind.Ticket or SubjectKind.Opening) || BusinessDay.Of(open.SinceMs) == Today;

    private Task<IReplay> Open() => _house.Journal.OpenReplay(Province, Today, MostEvents);

    private async Task Record(TimeSpan? keepFor = null)
    {
        var now = _house.Clock.GetUtcNow();
        var versions = await _house.Journal.ReadVersions(Province);
        await _house.Journal.Record(new BoardToken(Province, now.ToUnixTimeMilliseconds(), false, 0, versions), (now - (keepFor ?? TimeSpan.FromDays(90))).ToUnixTimeMilliseconds());
    }
}
