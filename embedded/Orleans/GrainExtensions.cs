using OpsBoard.Embedded;
using Orleans.Runtime;

namespace Orleans;

public static class GrainExtensions
{
    /// <summary>The key of a grain, or of the grain behind a reference; an observer has none (<see cref="ArgumentException"/>).</summary>
    public static string GetPrimaryKeyString(this IAddressable grain) => grain switch
    {
        Grain { GrainContext: Activation activation } => activation.Address.Key,
        Reference { Address: GrainAddress address } => address.Key,
        _ => throw new ArgumentException($"{grain?.GetType().ToString() ?? "null"} is neither an activated grain nor a grain reference.", nameof(grain)),
    };
}
