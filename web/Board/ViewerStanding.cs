using OpsBoard.Web.Access;

namespace OpsBoard.Web.Board;

/// <summary>Ends connections when rights change, and once a minute those whose time is over.</summary>
internal sealed class ViewerStanding(ViewerDoor door, AccessWatch watch, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        watch.Tell(door.EndFallen);
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Every, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            door.EndFallen();
        }
    }
}
