using Orleans;

namespace OpsBoard.Embedded;

internal sealed class SickGrain : Grain, ISickGrain
{
    private static int s_attempts;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await Task.Yield();
        if (Interlocked.Increment(ref s_attempts) == 1) throw new InvalidOperationException("Not the first time.");
    }

    public Task<int> Attempts() => Task.FromResult(s_attempts);
}
