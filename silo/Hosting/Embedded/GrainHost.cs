using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpsBoard.Embedded;
using OpsBoard.Units;

namespace OpsBoard.Silo.Hosting;

/// <summary>Hosts the grains in this process. The cluster profile compiles the class of the same name under <c>Hosting/Cluster</c> in this one's place.</summary>
public static class GrainHost
{
    /// <summary>What is configured of it.</summary>
    public static (string Section, Type Options) Settings => ("Embedded", typeof(EmbeddedOptions));

    /// <summary>What a server does that is configured so.</summary>
    public static ServerRole RoleOf(IConfiguration configuration) => ServerRole.Both;

    /// <summary>Why a server cannot be what it is configured to be; null where it can.</summary>
    public static string? RefusalOf(IConfiguration configuration) => configuration.GetSection("Cluster").GetChildren().FirstOrDefault() is { } foreign
        ? $"{foreign.Path} is a setting of the cluster profile, and this program was built to host its grains alone: build it with -p:Profile=Cluster (docs/cluster.md)."
        : null;

    public static IServiceCollection AddGrainHost(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<EmbeddedOptions>().Bind(configuration.GetSection(Settings.Section));
        return services.AddEmbeddedGrains(null, typeof(IWindowGrain).Assembly);
    }
}
