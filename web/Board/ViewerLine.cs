using Microsoft.Extensions.Options;
using OpsBoard.Web.Run;

namespace OpsBoard.Web.Board;

/// <summary>
/// How long a message to a viewer may take. Above 5 s he is slow, and is left alone for 5 s before he is told the newest again; above 10 s
/// he is cut off. Nobody else waits for him: each viewer has a loop of his own.
/// </summary>
internal sealed class ViewerLine(IOptions<LiveOptions> options, TimeProvider clock, OpsBoardMetrics metrics)
{
    /// <exception cref="TimeoutException">The viewer is to be cut off.</exception>
    public async Task Send(Task sending, CancellationToken cancellation)
    {
        var began = clock.GetTimestamp();
        try
        {
            await sending.WaitAsync(options.Value.CutAfter, clock, cancellation);
        }
        catch (TimeoutException)
        {
            metrics.ViewerCut();
            throw;
        }

        if (clock.GetElapsedTime(began) <= options.Value.SlowAfter) return;
        metrics.ViewerSlowed();
        await Task.Delay(options.Value.SlowEvery, clock, cancellation);
    }
}
