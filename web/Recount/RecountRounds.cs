using Microsoft.Extensions.Options;
using OpsBoard.Journal;
using OpsBoard.Silo.Journal;
using OpsBoard.Units;
using OpsBoard.Web.Events;

namespace OpsBoard.Web.Recount;

/// <summary>
/// Recounts the whole journal again and again, window after window, with pauses in which the screens have the machine. What differs is an
/// alarm and is never repaired here: a silent repair would hide the fault that made it.
/// </summary>
internal sealed partial class RecountRounds(
    IJournalStore journal, RecountLedger ledger, RecountMetrics metrics, IOptions<RecountOptions> options, TimeProvider clock, ILogger<RecountRounds> logger)
    : BackgroundService
{
    // Pauses are saved up until they are worth a timer.
    private static readonly TimeSpan LeastPause = TimeSpan.FromMilliseconds(20);

    private TimeSpan _owed;

    /// <summary>One round over all windows, at the pace of the options.</summary>
    public async Task Recount(CancellationToken cancellation)
    {
        await Task.Yield();
        using var round = journal.BeginRecount();
        var standing = RecountStanding.Begun(clock.GetUtcNow(), round.Windows.Length);
        ledger.Enter(standing);
        try
        {
            foreach (var county in round.Windows.GroupBy(static window => window.Parent.Parent))
            {
                foreach (var window in county) standing = await Step(standing, 1, () => round.Recount(window), cancellation);
                standing = await Step(standing, 0, () => round.RecountItems(county.Key), cancellation);
            }

            ledger.End(standing with { Finished = clock.GetUtcNow() });
            metrics.RoundEnded();
            Log.RoundEnded(logger, standing.Windows, standing.Events, standing.Cells, standing.Differing);
        }
        catch
        {
            ledger.Abandon();
            throw;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.Background) return;
        var rest = options.Value.FirstAfter;
        while (true)
        {
            await Task.Delay(rest, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stoppingToken.IsCancellationRequested) return;
            await Try(stoppingToken);
            rest = options.Value.RestBetween;
        }
    }

    // A round that cannot read the journal says so, and the next one tries again: the server goes on meanwhile.
    private async Task Try(CancellationToken stopping)
    {
        try
        {
            await Recount(stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
        }
        catch (Exception fault)
        {
            Log.NotRecounted(logger, fault);
        }
    }

    private async Task<RecountStanding> Step(RecountStanding standing, int windows, Func<RecountResult> recount, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var began = clock.GetTimestamp();
        var result = recount();
        metrics.Compared(result);
        foreach (var difference in result.Differences) Log.Differs(logger, difference.Window, RecountEndpoint.FigureOf(difference), difference.Stored, difference.Recounted);
        var next = standing.With(result, windows);
        ledger.Enter(next);
        _owed += clock.GetElapsedTime(began) * ((100.0 / options.Value.PercentOfCore) - 1);
        if (_owed < LeastPause) return next;
        await Task.Delay(_owed, clock, cancellation);
        _owed = TimeSpan.Zero;
        return next;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "Alarm: {Window} {Figure} is stored as {Stored}, and its events say {Recounted}. Nothing was repaired; see docs/recount.md.")]
        public static partial void Differs(ILogger logger, UnitPath window, string figure, string stored, string recounted);

        [LoggerMessage(LogLevel.Information, "Recounted {Windows} windows: {Events} events, {Cells} cells, {Differing} differences.")]
        public static partial void RoundEnded(ILogger logger, int windows, long events, long cells, int differing);

        [LoggerMessage(LogLevel.Error, "The recount in the background stopped before its end; it begins anew after its rest.")]
        public static partial void NotRecounted(ILogger logger, Exception fault);
    }
}
