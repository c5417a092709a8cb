using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Runtime;

namespace OpsBoard.Silo.Hosting;

/// <summary>
/// Ends the process, with status 1, when its silo may not go on: mostly because the others declared it dead while it was stopped or cut off, and
/// its grains live elsewhere by now. Orleans by itself would abort the process; this way viewers are shown out, and a supervisor starts it anew.
/// </summary>
internal sealed partial class DeclaredDead(IHostApplicationLifetime lifetime, ILogger<DeclaredDead> logger) : IFatalErrorHandler
{
    private const int Failed = 1;

    public bool IsUnexpected(Exception exception) => true;

    public void OnFatalException(object? sender = null, string? context = null, Exception? exception = null)
    {
        Environment.ExitCode = Failed;
        Log.Ending(logger, context, exception);
        lifetime.StopApplication();
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Critical, "The silo may not go on, so the process ends: {Reason}")]
        public static partial void Ending(ILogger logger, string? reason, Exception? fault);
    }
}
