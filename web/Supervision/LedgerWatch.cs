namespace OpsBoard.Web.Supervision;

/// <summary>Reads the ledger again and again for those who cannot wait for it; once before the first board is shown, so that none says that there are no entries.</summary>
internal sealed partial class LedgerWatch(HeldLedger held, TimeProvider clock, ILogger<LedgerWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await held.Read(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await Task.Delay(Every, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stoppingToken.IsCancellationRequested) return;
            await Try(stoppingToken);
        }
    }

    private async Task Try(CancellationToken stopping)
    {
        try
        {
            await held.Read(stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
        }
        catch (Exception fault)
        {
            Log.NotRead(logger, fault);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The ledger of supervision could not be read; boards keep what they said of it.")]
        public static partial void NotRead(ILogger logger, Exception fault);
    }
}
