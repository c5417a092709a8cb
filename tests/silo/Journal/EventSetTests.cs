using FsCheck;
using FsCheck.Fluent;
using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Testing;
using OpsBoard.Units;

namespace OpsBoard.Silo;

/// <summary>The journal's figures are a function of the event set: not of order, repetition or batching.</summary>
public sealed class EventSetTests
{
    private const int Rounds = 60;

    [Fact]
    public void Any_order_repetition_and_batching_of_a_set_gives_the_same_figures() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(Rounds),
        Prop.ForAll(SomeEventSets.Any.ToArbitrary(), static set => SameFigures(set.Events, new Random(set.Seed)).GetAwaiter().GetResult()));

    [Fact]
    public void Whoever_follows_every_change_of_a_window_holds_what_the_journal_reads() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(Rounds),
        Prop.ForAll(SomeEventSets.Any.ToArbitrary(), static set => SameByFollowing(set.Events, new Random(set.Seed)).GetAwaiter().GetResult()));

    private static async Task<bool> SameByFollowing(ServiceEvent[] events, Random random)
    {
        await using var house = new JournalHouse(clock: new ManualClock(ManualClock.Opening.AddDays(-50)));
        await SomeEventSets.GoLive(house);
        var today = BusinessDay.Of(Some.NowMs);
        var held = (await house.Journal.ReadWindows(JournalHouse.Province, today)).ToDictionary(static window => window.Window);
        foreach (var batch in events.Chunk(random.Next(1, 8)))
        {
            house.Touches.Clear();
            await house.Append(batch);
            // The writer tells after it has answered, and before it takes anything else.
            await house.Append(batch);
            var read = (await house.Journal.ReadWindows(JournalHouse.Province, today)).ToDictionary(static window => window.Window);
            foreach (var change in house.Touches)
            {
                held[change.Window] = held[change.Window].After(change, today) ?? read[change.Window];
                var (followed, stored) = (held[change.Window], read[change.Window]);
                Assert.Equal(stored with { Open = [] }, followed with { Open = [] });
                Assert.Equal(InOrder(stored), InOrder(followed));
            }
        }

        return true;
    }

    private static IEnumerable<OpenSubject> InOrder(WindowRecord record) => record.Open.OrderBy(static open => open.Kind).ThenBy(static open => open.Id, StringComparer.Ordinal);

    private static async Task<bool> SameFigures(ServiceEvent[] events, Random random)
    {
        await using var straight = new JournalHouse(clock: new ManualClock(ManualClock.Opening.AddDays(-50)));
        await using var shuffled = new JournalHouse(clock: new ManualClock(ManualClock.Opening.AddDays(-50)));
        await SomeEventSets.GoLive(straight);
        await SomeEventSets.GoLive(shuffled);
        await straight.Append(events);
        var again = events.Concat(events.Take(events.Length / 2)).ToArray();
        random.Shuffle(again);
        foreach (var batch in again.Chunk(random.Next(1, 8))) await shuffled.Append(batch);
        var recount = await shuffled.Journal.Recount(null, null);
        Assert.Equal(await straight.State(), await shuffled.State());
        Assert.Empty(recount.Differences);
        return true;
    }
}
