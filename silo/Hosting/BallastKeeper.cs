using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpsBoard.Silo.Journal;
using OpsBoard.Silo.Journal.Sqlite;

namespace OpsBoard.Silo.Hosting;

/// <summary>Puts the ballast into the data directory, and looks every minute whether it may come back.</summary>
internal sealed partial class BallastKeeper(DataDirectory directory, IOptions<JournalOptions> options, TimeProvider clock, ILogger<BallastKeeper> logger) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(1);

    private readonly Ballast _ballast = new(directory.Path, options.Value.BallastMiB * 1_048_576L);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            Restore();
            await Task.Delay(LookEvery, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // A disk that fails here fails at the next commit too, and there it counts.
    private void Restore()
    {
        try
        {
            if (_ballast.Restore(Ballast.RoomOf)) Log.Restored(logger, _ballast.File, options.Value.BallastMiB);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Log.NotRestored(logger, _ballast.File, fault);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "{File} holds {MiB} MiB: delete it when the disk is full.")]
        public static partial void Restored(ILogger logger, string file, int miB);

        [LoggerMessage(LogLevel.Warning, "{File} could not be written; it is tried again in a minute.")]
        public static partial void NotRestored(ILogger logger, string file, Exception fault);
    }
}
