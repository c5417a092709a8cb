using Microsoft.Extensions.DependencyInjection;
using Orleans;

namespace OpsBoard.Embedded;

/// <summary>A grain and the services that live as long as it does.</summary>
internal sealed class GrainLife(AsyncServiceScope scope) : IAsyncDisposable
{
    public IServiceProvider Services => scope.ServiceProvider;

    /// <summary>Null until it is constructed.</summary>
    public Grain? Grain { get; private set; }

    public async Task BeginAsync(Activation activation, TimeProvider clock, TimeSpan limit)
    {
        Grain = activation.Address.Class.Construct(activation, Services);
        using var patience = new CancellationTokenSource(limit, clock);
        await Grain.OnActivateAsync(patience.Token).WaitAsync(patience.Token);
    }

    public async Task EndAsync(DeactivationReason reason, TimeProvider clock, TimeSpan limit)
    {
        using var patience = new CancellationTokenSource(limit, clock);
        await Grain!.OnDeactivateAsync(reason, patience.Token).WaitAsync(patience.Token);
    }

    public async ValueTask DisposeAsync()
    {
        if (Grain is IAsyncDisposable asynchronous) await asynchronous.DisposeAsync();
        else if (Grain is IDisposable synchronous) synchronous.Dispose();
        await scope.DisposeAsync();
    }
}
