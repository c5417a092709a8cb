using Microsoft.Extensions.Logging;
using Orleans;

namespace OpsBoard.Silo.Hosting;

/// <summary>A server without grains that starts before its silos waits for them a minute, and then says what is missing.</summary>
internal sealed partial class PatientConnection(ILogger<PatientConnection> logger) : IClientConnectionRetryFilter
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly long _since = TimeProvider.System.GetTimestamp();

    public async Task<bool> ShouldRetryConnectionAttempt(Exception exception, CancellationToken cancellationToken)
    {
        if (TimeProvider.System.GetElapsedTime(_since) > Patience) return false;
        Log.NoSilo(logger, exception.Message);
        await Task.Delay(Pause, TimeProvider.System, cancellationToken);
        return true;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "No silo of the cluster answers yet: start one on the same database, with the same Cluster:Name. {Reason}")]
        public static partial void NoSilo(ILogger logger, string reason);
    }
}
