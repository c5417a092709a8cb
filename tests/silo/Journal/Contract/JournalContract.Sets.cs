using FsCheck;
using FsCheck.Fluent;
using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Silo.Journal;
using OpsBoard.Testing;
using OpsBoard.Units;

namespace OpsBoard.Silo;

/// <summary>The journal's figures are a function of the event set: not of order, repetition or batching.</summary>
public abstract partial class JournalContract
{
    [Fact]
    public void Any_order_repetition_and_batching_of_a_set_gives_the_same_figures() => Hold(SomeEventSets.Any, SameFigures);

    [Fact]
    public void Whoever_follows_every_change_of_a_window_holds_what_the_journal_reads() => Hold(SomeEventSets.Any, SameByFollowing);

    [Fact]
    public void Versions_only_rise_and_by_one_for_each_commit_that_changes_a_window() => Hold(SomeEventSets.Any, VersionsRise);

    [Fact]
    public void A_set_that_is_sent_again_in_any_order_is_known_to_its_last_event() => Hold(SomeEventSets.Any, AllKnown);

    [Fact]
    public void No_sequence_of_late_events_corrections_and_decisions_leaves_a_figure_below_zero() => Hold(SomeEventSets.Any, NeverBelowZero);

    [Fact]
    public void At_any_token_a_replay_says_what_the_journal_said_then_whatever_came_later_and_whichever_was_looked_at_before() => Hold(SomeEventSets.Any, ReplaysSayTheSame);

    private void Hold(Gen<(ServiceEvent[] Events, int Seed)> sets, Func<ServiceEvent[], System.Random, Task> holds, int? rounds = null)
    {
        Need();
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(rounds ?? Rounds), Prop.ForAll(sets.ToArbitrary(), set =>
        {
            holds(set.Events, new System.Random(set.Seed)).GetAwaiter().GetResult();
            return true;
        }));
    }

    private async Task<AnyJournalHouse> LiveHouse()
    {
        var house = Open(new JournalOptions(), new ManualClock(ManualClock.Opening.AddDays(-50)));
        await SomeEventSets.GoLive(house);
        return house;
    }

    private async Task SameFigures(ServiceEvent[] events, System.Random random)
    {
        await using var straight = await LiveHouse();
        await using var shuffled = await LiveHouse();
        await straight.Append(events);
        var again = events.Concat(events.Take(events.Length / 2)).ToArray();
        random.Shuffle(again);
        foreach (var batch in again.Chunk(random.Next(1, 8))) await shuffled.Append(batch);
        var recount = await shuffled.Store.Recount(null, null);
        Assert.Equal(await straight.State(), await shuffled.State());
        Assert.Empty(recount.Differences);
    }

    private async Task SameByFollowing(ServiceEvent[] events, System.Random random)
    {
        await using var house = await LiveHouse();
        var held = (await house.Store.ReadWindows(Province, Today)).ToDictionary(static window => window.Window);
        foreach (var batch in events.Chunk(random.Next(1, 8)))
        {
            house.Touches.Clear();
            await house.Append(batch);
            // The writer tells after it has answered, and before it takes anything else.
            await house.Append(batch);
            var read = (await house.Store.ReadWindows(Province, Today)).ToDictionary(static window => window.Window);
            foreach (var change in house.Touches)
            {
                held[change.Window] = held[change.Window].After(change, Today) ?? read[change.Window];
                var (followed, stored) = (held[change.Window], read[change.Window]);
                Assert.Equal(stored with { Open = [] }, followed with { Open = [] });
                Assert.Equal(InOrder(stored), InOrder(followed));
            }
        }
    }

    private async Task VersionsRise(ServiceEvent[] events, System.Random random)
    {
        await using var house = await LiveHouse();
        var before = (await house.Store.ReadVersions(null)).ToDictionary(static window => window.Window, static window => window.Version);
        foreach (var batch in events.Chunk(random.Next(1, 8)))
        {
            await house.Append(batch);
            foreach (var (window, version) in await house.Store.ReadVersions(null))
            {
                Assert.InRange(version - before.GetValueOrDefault(window), batch.Any(each => each.Window == window) ? 1 : 0, 1);
                before[window] = version;
            }
        }
    }

    private async Task AllKnown(ServiceEvent[] events, System.Random random)
    {
        await using var house = await LiveHouse();
        foreach (var batch in events.Chunk(random.Next(1, 8))) await house.Append(batch);
        var (versions, state) = (await house.Store.ReadVersions(null), await house.State());
        random.Shuffle(events);
        foreach (var batch in events.Chunk(random.Next(1, 8))) Assert.All(await house.Append(batch), static verdict => Assert.Equal(Verdict.Duplicate, verdict));
        Assert.Equal(versions, await house.Store.ReadVersions(null));
        Assert.Equal(state, await house.State());
    }

    private async Task NeverBelowZero(ServiceEvent[] events, System.Random random)
    {
        await using var house = await LiveHouse();
        random.Shuffle(events);
        foreach (var batch in events.Chunk(3))
        {
            await house.Append(batch);
            await DecideSome(house, random);
            Assert.Equal([], await BelowZero(house));
        }

        Assert.Empty((await house.Store.Recount(null, null)).Differences);
        foreach (var revision in await Waiting(house)) await house.Store.Decide(new Decision(revision.Number, true, "office"));
        Assert.Empty((await house.Store.Recount(null, null)).Differences);
        Assert.Equal([], await BelowZero(house));
    }

    private async Task ReplaysSayTheSame(ServiceEvent[] events, System.Random random)
    {
        await using var house = await LiveHouse();
        random.Shuffle(events);
        var said = new List<string>();
        foreach (var batch in events.Take(events.Length * 3 / 4).Chunk(random.Next(1, 8)))
        {
            await house.Append(batch);
            said.Add(Text(await house.Store.ReadWindows(Province, Today)));
            await house.Store.Record(new BoardToken(Province, house.Clock.GetUtcNow().ToUnixTimeMilliseconds(), false, 0, await house.Store.ReadVersions(Province)), 0);
            house.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        house.Clock.Advance(TimeSpan.FromDays(random.Next(0, 12)));
        await house.Append([.. events.Skip(events.Length * 3 / 4)]);
        foreach (var waiting in await Waiting(house)) await house.Store.Decide(new Decision(waiting.Number, waiting.Number % 2 == 0, "office"));
        var replay = await house.Store.OpenReplay(Province, Today, MostEvents);
        var order = Enumerable.Range(0, said.Count).Concat(Enumerable.Range(0, said.Count)).ToArray();
        random.Shuffle(order);
        Assert.All(order, token => Assert.Equal(said[token], Text(replay.At(replay.Tokens[token]))));
    }

    private static async Task DecideSome(AnyJournalHouse house, System.Random random)
    {
        foreach (var revision in await Waiting(house))
        {
            if (random.Next(3) is not 0 and var word) await house.Store.Decide(new Decision(revision.Number, word == 1, "office"));
        }
    }

    private static async Task<List<Revision>> Waiting(AnyJournalHouse house) =>
        [.. (await house.Store.ReadRevisions(Province, AnyJournalHouse.First, AnyJournalHouse.Last)).Where(static revision => revision.State == RevisionState.Waiting)];

    // The item catalogue is a stock, of which a day may take away.
    private static async Task<List<string>> BelowZero(AnyJournalHouse house)
    {
        var below = new List<string>();
        foreach (var window in await house.Store.ReadVersions(null))
        {
            foreach (var day in await house.Store.ReadDays(window.Window, AnyJournalHouse.First, AnyJournalHouse.Last))
            {
                below.AddRange(Counters.All.Where(counter => Counters.SpanOf(counter) == CounterSpan.Period && day.Tally[counter] < 0).Select(counter => $"{window.Window} {day.Day} {counter}"));
                if (Lowest(day.Tally.Waits.Buckets, day.Tally.Handling.Buckets, day.Tally.Trend.Slices) < 0) below.Add($"{window.Window} {day.Day} buckets");
                if (day.Tally[Counter.CompletedOfAccepted] > day.Tally[Counter.Accepted]) below.Add($"{window.Window} {day.Day} more completed than accepted");
            }
        }

        return below;
    }

    private static long Lowest(params SparseCounts[] counts) => counts.SelectMany(Values).DefaultIfEmpty().Min();

    private static List<long> Values(SparseCounts counts)
    {
        var values = new List<long>();
        foreach (var (_, count) in counts) values.Add(count);
        return values;
    }

    private static IEnumerable<OpenSubject> InOrder(WindowRecord record) => record.Open.OrderBy(static open => open.Kind).ThenBy(static open => open.Id, StringComparer.Ordinal);

    private static string Text(IEnumerable<WindowRecord> windows) => string.Join('\n', windows.Select(static window =>
        $"{window.Window} {window.Version} {window.LastEventMs} {AnyJournalHouse.Line(window.Tally.With(default(ItemStock)))} {string.Join(' ', InOrder(window).Where(Counts))}"));

    // Tickets and openings of another day count for nothing, and are let go some day.
    private static bool Counts(OpenSubject open) => open.Kind is not (SubjectKind.Ticket or SubjectKind.Opening) || BusinessDay.Of(open.SinceMs) == Today;
}
