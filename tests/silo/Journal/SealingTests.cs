using FsCheck;
using FsCheck.Fluent;
using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Testing;

namespace OpsBoard.Silo;

/// <summary>Late events, corrections, approvals and refusals in any order: every figure can be recounted, and none falls below zero.</summary>
public sealed class SealingTests
{
    private static readonly int Rounds = RunSize.Of(40, 2_000);

    [Fact]
    public void No_sequence_of_late_events_corrections_and_decisions_leaves_a_figure_below_zero() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(Rounds),
        Prop.ForAll(SomeEventSets.Any.ToArbitrary(), static set => Holds(set.Events, new Random(set.Seed)).GetAwaiter().GetResult()));

    private static async Task<bool> Holds(ServiceEvent[] events, Random random)
    {
        await using var house = new JournalHouse(clock: new ManualClock(ManualClock.Opening.AddDays(-50)));
        await SomeEventSets.GoLive(house);
        random.Shuffle(events);
        foreach (var batch in events.Chunk(3))
        {
            await house.Append(batch);
            await DecideSome(house, random);
            Assert.Equal([], await BelowZero(house));
        }

        Assert.Empty((await house.Journal.Recount(null, null)).Differences);
        await ApproveAll(house);
        Assert.Empty((await house.Journal.Recount(null, null)).Differences);
        Assert.Equal([], await BelowZero(house));
        return true;
    }

    private static async Task DecideSome(JournalHouse house, Random random)
    {
        foreach (var revision in await Waiting(house))
        {
            if (random.Next(3) is not 0 and var word) await house.Journal.Decide(new Decision(revision.Number, word == 1, "office"));
        }
    }

    private static async Task ApproveAll(JournalHouse house)
    {
        foreach (var revision in await Waiting(house)) await house.Journal.Decide(new Decision(revision.Number, true, "office"));
    }

    private static async Task<List<Revision>> Waiting(JournalHouse house) =>
        [.. (await house.Journal.ReadRevisions(JournalHouse.Province, JournalHouse.First, JournalHouse.Last)).Where(static revision => revision.State == RevisionState.Waiting)];

    // The item catalogue is a stock, of which a day may take away.
    private static async Task<List<string>> BelowZero(JournalHouse house)
    {
        var below = new List<string>();
        foreach (var window in await house.Journal.ReadVersions(null))
        {
            foreach (var day in await house.Journal.ReadDays(window.Window, JournalHouse.First, JournalHouse.Last))
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
}
