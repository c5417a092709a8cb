using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpsBoard.Silo.Journal;

namespace OpsBoard.Silo.Hosting;

/// <summary>
/// Ends the process when the journal has stopped: a supervisor starts it anew on what the disk really holds. Before that, the screens and
/// <c>/health/ready</c> have some seconds to say why.
/// </summary>
internal sealed partial class JournalWatch(
    IJournalStore journal, IHostApplicationLifetime lifetime, IOptions<JournalOptions> options, TimeProvider clock, ILogger<JournalWatch> logger) : BackgroundService
{
    private const int Failed = 1;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await journal.Completion.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (journal.Fault is not { } fault) return;
        // Set before anything else: however the process ends from now on, it does not end well.
        Environment.ExitCode = Failed;
        Log.Stopping(logger, options.Value.TellFaultFor.TotalSeconds, fault.Message);
        await Task.Delay(options.Value.TellFaultFor, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lifetime.StopApplication();
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Critical, "The server ends in {Seconds} s, because its journal stopped: {Reason}")]
        public static partial void Stopping(ILogger logger, double seconds, string reason);
    }
}
