using System.Diagnostics;
using System.Globalization;
using OpsBoard.Testing;

namespace OpsBoard.Silo.Faults;

/// <summary>The power fails at any moment, and again while the journal comes back (P1, where the storage honours a sync).</summary>
public sealed class CrashImageTests
{
    private const int SecondBatches = 9;

    [Fact]
    public async Task A_disk_that_kept_what_was_synced_and_any_part_of_the_rest_holds_all_that_was_acknowledged()
    {
        FaultyDisk.Need();
        var (images, began) = (RunSize.Of(40, 20_000), Stopwatch.GetTimestamp());
        var imagesOfOneRun = RunSize.Of(20, 500);
        var (seed, calls, events) = (4_710 + RunSize.Seed, 0L, 0L);
        var random = new Random(seed);
        for (var image = 0; image < images; image += imagesOfOneRun)
        {
            using var folder = new TempDirectory();
            var run = new StoreRun(folder.Path, seed + image);
            var trace = await Trace(run, folder.Path, batches: 45);
            calls += trace.Calls.Count;
            for (var each = 0; each < imagesOfOneRun; each++) events += await CutOnce(run, trace, random, $"seed {run.Seed}, image {image + each}");
            Leave("crash-images", "Disks after the power failed", seed, image + imagesOfOneRun, began, ("disk calls recorded", Evidence.Number(calls)), ("events found", Evidence.Number(events)));
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"crash images: seed {seed}, {images} images of {calls} calls, {events} events found: nothing acknowledged was lost.");
    }

    [Fact]
    public async Task A_second_failure_while_the_journal_comes_back_loses_nothing_either()
    {
        FaultyDisk.Need();
        var (images, seed, began) = (RunSize.Of(4, 1_000), 814 + RunSize.Seed, Stopwatch.GetTimestamp());
        var random = new Random(seed);
        for (var image = 0; image < images; image++)
        {
            using var first = new TempDirectory();
            using var second = new TempDirectory();
            using var third = new TempDirectory();
            var run = new StoreRun(first.Path, seed + image);
            var (acked, _) = Cut(await Trace(run, first.Path, batches: 24), [], second.Path, random);
            var before = CrashImage.Of(second.Path).ToList();
            var again = new StoreRun(second.Path, seed + image) { SentTo = run.SentTo };
            var (ackedAgain, _) = Cut(await Trace(again, second.Path, SecondBatches), before, third.Path, random);
            await StoreTruth.Holds(third.Path, run.Seed, again.SentTo, acked.Concat(ackedAgain).ToHashSet(), $"seed {run.Seed}, second failure");
            Leave("crash-images-second", "Disks after the power failed again during recovery", seed, image + 1, began);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"second failures: seed {seed}, {images} images: nothing acknowledged was lost.");
    }

    private static void Leave(string kind, string title, int seed, int images, long began, params (string, string)[] figures) => Evidence.OfLongTest(
        kind,
        title,
        typeof(CrashImageTests),
        Stopwatch.GetElapsedTime(began),
        [("seed", Evidence.Number(seed)), ("images", Evidence.Number(images)), .. figures, ("acknowledged and lost", "0"), ("stored or counted twice", "0")]);

    private static async Task<DiskTrace> Trace(StoreRun run, string directory, int batches)
    {
        using var log = new TempDirectory();
        var file = Path.Combine(log.Path, "calls");
        Assert.Equal(0, await run.Run(batches, null, ("MODE", "log"), ("LOG", file)));
        return DiskTrace.Read(file);
    }

    private static async Task<int> CutOnce(StoreRun run, DiskTrace trace, Random random, string what)
    {
        using var folder = new TempDirectory();
        var (acked, at) = Cut(trace, [], folder.Path, random);
        return await StoreTruth.Holds(folder.Path, run.Seed, run.SentTo, acked, string.Create(CultureInfo.InvariantCulture, $"{what}, cut at call {at}"));
    }

    private static (HashSet<int> Acked, int At) Cut(DiskTrace trace, IEnumerable<(char, byte[])> before, string directory, Random random)
    {
        var (disk, at) = (new CrashImage(before), random.Next(trace.Calls.Count));
        foreach (var call in trace.Calls.Take(at)) disk.Apply(call);
        disk.CutInto(directory, random);
        return ([.. disk.Acked], at);
    }
}
