using FsCheck;
using FsCheck.Fluent;
using OpsBoard.Events;
using OpsBoard.Testing;

namespace OpsBoard.Silo;

/// <summary>The journal's figures are a function of the event set: not of order, repetition or batching.</summary>
public sealed class EventSetTests
{
    private const int Rounds = 60;

    [Fact]
    public void Any_order_repetition_and_batching_of_a_set_gives_the_same_figures() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(Rounds),
        Prop.ForAll(SomeEventSets.Any.ToArbitrary(), static set => SameFigures(set.Events, new Random(set.Seed)).GetAwaiter().GetResult()));

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
