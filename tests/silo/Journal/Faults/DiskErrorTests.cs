using System.Diagnostics;
using System.Globalization;
using OpsBoard.StoreProcess;
using OpsBoard.Testing;

namespace OpsBoard.Silo.Faults;

/// <summary>A call to the disk fails, once or for ever (P7): writes, syncs, truncations, opens and deletions alike.</summary>
public sealed class DiskErrorTests
{
    private const int InputOutput = 5;
    private const int NoSpace = 28;

    [Theory]
    [InlineData(InputOutput, false)]
    [InlineData(InputOutput, true)]
    [InlineData(NoSpace, false)]
    [InlineData(NoSpace, true)]
    public async Task After_a_failed_call_nothing_is_acknowledged_that_is_lost_and_the_next_start_is_clean(int error, bool forever)
    {
        FaultyDisk.Need();
        const int calls = 520;
        var (step, began) = (RunSize.Of(73, 1), Stopwatch.GetTimestamp());
        var ends = new SortedDictionary<int, int>();
        // One of them early, when the journal is being opened, and then all along a run that writes its log back several times.
        for (var at = 1 + (forever ? 3 : 0); at <= calls; at += step)
        {
            using var folder = new TempDirectory();
            var run = new StoreRun(folder.Path, seed: at);
            (string, string)[] faults = [("MODE", "fail"), ("AT", at.ToString(CultureInfo.InvariantCulture)), ("ERRNO", error.ToString(CultureInfo.InvariantCulture)), .. forever ? [("FOREVER", "1")] : ((string, string)[])[]];
            var end = await run.Run(60, null, faults);
            ends[end] = ends.GetValueOrDefault(end) + 1;
            Assert.Equal(0, run.AckedAfterStop);
            Assert.True(end is Sender.ExitWell or Sender.ExitStopped or Sender.ExitFull or Sender.ExitNotOpened, $"call {at}: exit status {end}");
            await StoreTruth.Holds(folder.Path, run.Seed, run.SentTo, run.Acked, $"error {error} at call {at}");
            Assert.Equal(Sender.ExitWell, await run.Run(6));
            await StoreTruth.Holds(folder.Path, run.Seed, run.SentTo, run.Acked, $"error {error} at call {at}, then a retry");
        }

        Assert.Contains(error == InputOutput ? Sender.ExitStopped : forever ? Sender.ExitFull : Sender.ExitWell, ends.Keys);
        Leave(error, forever, $"1 to {calls} in steps of {step}", ends, Stopwatch.GetElapsedTime(began));
        TestContext.Current.TestOutputHelper?.WriteLine($"errno {error}, forever {forever}, calls 1 to {calls} in steps of {step}: exit statuses {string.Join(", ", ends.Select(static end => $"{end.Value} x {end.Key}"))}.");
    }

    private static void Leave(int error, bool forever, string calls, IReadOnlyDictionary<int, int> ends, TimeSpan lasted) => Evidence.OfLongTest(
        $"disk-errors-{(error == InputOutput ? "eio" : "enospc")}-{(forever ? "for-ever" : "once")}",
        $"{(error == InputOutput ? "I/O error" : "Full disk")} {(forever ? "from the n-th call on" : "at the n-th call")}",
        typeof(DiskErrorTests),
        lasted,
        ("calls", calls),
        ("runs", Evidence.Number(ends.Values.Sum())),
        ("exit statuses", string.Join(", ", ends.Select(static end => $"{end.Value} x {end.Key}"))),
        ("acknowledged after the stop", "0"),
        ("acknowledged and lost", "0"));
}
