using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using OpsBoard.Embedded;
using Orleans.Runtime;

namespace Orleans;

[SuppressMessage("Naming", "CA1725:Parameter names should match base declaration", Justification = "Named as in the original.")]
public abstract class Grain : IGrainBase, IAddressable
{
    protected Grain() => GrainContext = Activation.Constructing!;

    /// <summary>The activation that this grain lives in; null when the grain was constructed by hand.</summary>
    public IGrainContext GrainContext { get; }

    protected IGrainFactory GrainFactory => ServiceProvider.GetRequiredService<IGrainFactory>();

    protected internal IServiceProvider ServiceProvider => GrainContext.ActivationServices;

    public virtual Task OnActivateAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public virtual Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Deactivates as soon as no call runs; calls that have not started go to the next activation.</summary>
    protected void DeactivateOnIdle() => GrainBaseExtensions.DeactivateOnIdle(this);
}
