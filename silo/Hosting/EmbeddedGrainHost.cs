using Microsoft.Extensions.DependencyInjection;
using OpsBoard.Embedded;
using OpsBoard.Units;

namespace OpsBoard.Silo.Hosting;

/// <summary>Hosts the grains in this process. The cluster profile compiles another file in this one's place.</summary>
public static class EmbeddedGrainHost
{
    public static IServiceCollection AddGrainHost(this IServiceCollection services)
    {
        services.AddOptions<EmbeddedOptions>().BindConfiguration("Embedded");
        return services.AddEmbeddedGrains(null, typeof(IWindowGrain).Assembly);
    }
}
