namespace OpsBoard.Web.Board;

/// <summary>
/// Shows the viewers out when the server is told to stop, before anything else stops. The host runs what was registered last first, and waits
/// for it: the hub's own callback, which would close all connections at once, was registered when the hub was mapped.
/// </summary>
internal sealed class ViewerFarewell(ViewerDoor door, IHostApplicationLifetime lifetime) : IHostedService
{
    private CancellationTokenRegistration _stopping;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _stopping = lifetime.ApplicationStopping.Register(() => door.ShowOut().GetAwaiter().GetResult());
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken) => await _stopping.DisposeAsync();
}
