using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpsBoard.Silo.Journal.Sqlite;

namespace OpsBoard.Silo.Hosting;

/// <summary>Ends the process when the journal has stopped: a supervisor starts it anew on what the disk really holds.</summary>
internal sealed partial class JournalWatch(SqliteJournal journal, IHostApplicationLifetime lifetime, ILogger<JournalWatch> logger) : BackgroundService
{
    private const int Failed = 1;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await journal.Completion.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (journal.Fault is null) return;
        Log.Stopping(logger);
        Environment.ExitCode = Failed;
        lifetime.StopApplication();
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Critical, "The server stops, because its journal did.")]
        public static partial void Stopping(ILogger logger);
    }
}
