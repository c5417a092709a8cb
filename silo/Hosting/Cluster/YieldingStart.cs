using System.Diagnostics.CodeAnalysis;
using Orleans;
using Orleans.Metadata;
using Orleans.Runtime;

namespace OpsBoard.Silo.Hosting;

/// <summary>
/// Lets each of our grains wait once before anything else of its activation runs. A silo of Orleans 10.4 holds the lock of an activation from its
/// construction to its first wait, and takes the lock of a grain for each call to it: two grains that call each other before they have waited would
/// wait for ever, and with them every thread that comes. A journal in a file answers without waiting.
/// </summary>
internal sealed class YieldingStart : IConfigureGrainContextProvider, IConfigureGrainContext
{
    public bool TryGetConfigurator(GrainType grainType, GrainProperties properties, [NotNullWhen(true)] out IConfigureGrainContext? configurator)
    {
        // Those of Orleans itself know what they do, and some have no such lifecycle.
        var isOurs = properties.Properties.GetValueOrDefault(WellKnownGrainTypeProperties.FullTypeName, "").StartsWith("OpsBoard.", StringComparison.Ordinal);
        configurator = isOurs ? this : null;
        return isOurs;
    }

    public void Configure(IGrainContext context) => context.ObservableLifecycle.Subscribe(nameof(YieldingStart), GrainLifecycleStage.First, static async _ => await Task.Yield());
}
