using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Orleans;

namespace OpsBoard.Embedded;

public static class EmbeddedGrains
{
    /// <summary>
    /// Hosts the grains of these assemblies in this process. The host does not start if a grain interface has no class or several,
    /// or if a message cannot be copied. Time is taken from the registered <see cref="TimeProvider"/>, else from the system.
    /// </summary>
    public static IServiceCollection AddEmbeddedGrains(
        this IServiceCollection services, Action<EmbeddedOptions>? configure, params Assembly[] grainAssemblies)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddLogging();
        services.AddOptions<EmbeddedOptions>().Configure(configure ?? (static _ => { })).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(new GrainManifest(grainAssemblies));
        services.AddSingleton<Engine>();
        services.AddSingleton<IGrainFactory, GrainFactory>();
        return services.AddSingleton<IHostedService>(static provider => provider.GetRequiredService<Engine>());
    }
}
