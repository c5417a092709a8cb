namespace Orleans.Runtime;

public interface IGrainContext : IEquatable<IGrainContext>
{
    /// <summary>The grain, or null before it is constructed.</summary>
    object? GrainInstance { get; }

    /// <summary>The services of this activation: scoped ones live as long as it does.</summary>
    IServiceProvider ActivationServices { get; }

    /// <summary>Completes when the activation is gone.</summary>
    Task Deactivated { get; }

    /// <summary>Starts to deactivate: running calls end first, calls that come later go to the next activation.</summary>
    void Deactivate(DeactivationReason deactivationReason, CancellationToken cancellationToken = default);
}
