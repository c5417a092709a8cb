using System.Diagnostics;
using System.Globalization;
using OpsBoard.Testing;

namespace OpsBoard.Silo.Faults;

/// <summary>The process of the journal is killed at any moment (P1, P2).</summary>
public sealed class KillTests
{
    private const int RoundsOfOneJournal = 40;

    [Fact]
    public async Task A_store_that_is_killed_at_any_moment_loses_nothing_that_it_acknowledged_and_stores_nothing_twice()
    {
        var (rounds, began) = (RunSize.Of(16, 3_000), Stopwatch.GetTimestamp());
        var (seed, acked, stored) = (20_261_119 + RunSize.Seed, 0L, 0L);
        var random = new Random(seed);
        for (var round = 0; round < rounds; round += RoundsOfOneJournal)
        {
            using var folder = new TempDirectory();
            var run = new StoreRun(folder.Path, seed + round);
            for (var each = round; each < Math.Min(rounds, round + RoundsOfOneJournal); each++)
            {
                await run.Run(90, killAfter: random.Next(60));
                stored += await StoreTruth.Holds(folder.Path, run.Seed, run.SentTo, run.Acked, $"seed {run.Seed}, round {each}");
            }

            acked += run.Acked.Count;
            Leave("kill-store", "Kill -9 of the store process", seed, Math.Min(rounds, round + RoundsOfOneJournal), acked, began);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"kill -9: seed {seed}, {rounds} rounds, {acked} batches acknowledged, {stored} events looked at: none lost, none twice.");
    }

    [Fact]
    public async Task A_store_that_is_killed_in_any_call_to_its_disk_loses_nothing_that_it_acknowledged()
    {
        FaultyDisk.Need();
        var (rounds, began) = (RunSize.Of(16, 2_000), Stopwatch.GetTimestamp());
        var (seed, acked) = (30 + RunSize.Seed, 0L);
        var random = new Random(seed);
        for (var round = 0; round < rounds; round += RoundsOfOneJournal)
        {
            using var folder = new TempDirectory();
            var run = new StoreRun(folder.Path, seed + round);
            for (var each = round; each < Math.Min(rounds, round + RoundsOfOneJournal); each++)
            {
                await run.Run(60, null, ("MODE", "kill"), ("AT", random.Next(1, 250).ToString(CultureInfo.InvariantCulture)));
                await StoreTruth.Holds(folder.Path, run.Seed, run.SentTo, run.Acked, $"seed {run.Seed}, round {each}");
            }

            acked += run.Acked.Count;
            Leave("kill-store-in-call", "Kill of the store process in a call to its disk", seed, Math.Min(rounds, round + RoundsOfOneJournal), acked, began);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"killed in a call: seed {seed}, {rounds} rounds, {acked} batches acknowledged: none lost.");
    }

    private static void Leave(string kind, string title, int seed, int rounds, long acked, long began) => Evidence.OfLongTest(
        kind,
        title,
        typeof(KillTests),
        Stopwatch.GetElapsedTime(began),
        ("seed", Evidence.Number(seed)),
        ("kills", Evidence.Number(rounds)),
        ("batches acknowledged", Evidence.Number(acked)),
        ("acknowledged and lost", "0"),
        ("stored or counted twice", "0"));
}
