using System.Collections.Immutable;
using OpsBoard.Counting;
using OpsBoard.Journal;
using OpsBoard.Units;

namespace OpsBoard.Silo.Journal;

/// <summary>
/// Recounts the days that are open, and not all that ever happened, on as many cores as there are. The item catalogue,
/// which needs the whole history of a county, is left to the recount of everything.
/// </summary>
/// <param name="open">Opens the journal to read it; each that counts reads for itself.</param>
internal sealed class OpenDaysRecount(Func<IOpenDaysRows> open, CountingTerms terms, BusinessDay first, BusinessDay last)
{
    // More of them would wait for the same disk.
    private const int MostAtOnce = 4;
    private const int TellEvery = 100;

    /// <param name="progress">Told how many windows are begun, and of how many; never by two threads at once.</param>
    public RecountResult Run(Action<int, int> progress, CancellationToken cancellation)
    {
        var windows = Windows();
        var gate = new Lock();
        var next = -1;
        var results = new RecountResult[Math.Min(Environment.ProcessorCount, MostAtOnce)];
        Task.WhenAll(Enumerable.Range(0, results.Length).Select(worker => Task.Run(() => results[worker] = Count(), cancellation))).GetAwaiter().GetResult();
        return new RecountResult(
            results.Sum(static result => result.Events),
            results.Sum(static result => result.Cells),
            [.. results.SelectMany(static result => result.Differences).OrderBy(static difference => difference.Window, UnitPath.InOrder)]);

        RecountResult Count()
        {
            using var count = new OpenDaysCount(open(), terms, first, last);
            while (Interlocked.Increment(ref next) is var index && index < windows.Count)
            {
                cancellation.ThrowIfCancellationRequested();
                if (index % TellEvery == 0)
                {
                    lock (gate) progress(index, windows.Count);
                }

                count.Compare(windows[index].Id, windows[index].Path);
            }

            return count.Result;
        }
    }

    private List<StoredWindow> Windows()
    {
        using var rows = open();
        return rows.Windows();
    }
}
