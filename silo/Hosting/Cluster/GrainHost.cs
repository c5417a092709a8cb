using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Orleans;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Messaging;
using Orleans.Runtime;
using OpsBoard.Silo.Journal;

namespace OpsBoard.Silo.Hosting;

/// <summary>
/// Hosts the grains on Microsoft Orleans, or reaches those of silos. Where the journal is in a database, its processes are one cluster and find
/// each other there; with a journal in a file the silo is alone.
/// </summary>
public static class GrainHost
{
    // A silo that came to an end without a word stands in the table as alive. Others that start wait for it no longer than three times this.
    private static readonly TimeSpan SignOfLifeEvery = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan ReadMembersEvery = TimeSpan.FromSeconds(10);

    // Calls that may wait for one grain; a further one is refused. By itself Orleans would let any number wait.
    private const int MostWaiting = 5_000;

    /// <summary>What is configured of it.</summary>
    public static (string Section, Type Options) Settings => ("Cluster", typeof(ClusterHostOptions));

    /// <summary>What a server does that is configured so; a role that is misspelt is refused at the start.</summary>
    public static ServerRole RoleOf(IConfiguration configuration) =>
        Enum.TryParse<ServerRole>(configuration.GetSection(Settings.Section)[nameof(ClusterHostOptions.Role)], out var role) ? role : ServerRole.Both;

    /// <summary>Why a server cannot be what it is configured to be; null where it can.</summary>
    public static string? RefusalOf(IConfiguration configuration) => configuration.GetSection("Embedded").GetChildren().FirstOrDefault() is { } foreign
        ? $"{foreign.Path} is a setting of the default profile, and this program was built for clusters: see {Settings.Section} in docs/operations.md."
        : null;

    public static IServiceCollection AddGrainHost(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ClusterHostOptions>().Bind(configuration.GetSection(Settings.Section)).ValidateDataAnnotations().ValidateOnStart()
            .Validate<IOptions<JournalOptions>>(static (own, journal) => own.Role == nameof(ServerRole.Both) || journal.Value.Postgres is not null, "Cluster:Role Web and Silo find each other in the journal's database: set Journal:Postgres.");
        services.AddOptions<ClusterOptions>().Configure<IOptions<ClusterHostOptions>>(static (cluster, own) => cluster.ClusterId = cluster.ServiceId = own.Value.Name);
        return RoleOf(configuration) == ServerRole.Web ? services.AddOrleansClient(Reach) : services.AddOrleans(Host);
    }

    private static void Host(ISiloBuilder silo)
    {
        silo.AddActivityPropagation();
        var services = silo.Services;
        // The province's clock may be a demonstration's, or a test's; only what grains do goes by it. Whether a machine lives is a matter of real time.
        services.AddKeyedSingleton(KeyedService.AnyKey, TimeProvider.System);
        services.AddKeyedSingleton(TimeProviderNames.Grains, static (provider, _) => provider.GetRequiredService<TimeProvider>());
        services.AddSingleton(MembersOf).AddSingleton<IFatalErrorHandler, DeclaredDead>().AddSingleton<IConfigureGrainContextProvider, YieldingStart>();
        services.AddOptions<EndpointOptions>().Configure<IOptions<ClusterHostOptions>, IOptions<JournalOptions>>(Place);
        services.AddOptions<ClusterMembershipOptions>().Configure<IOptions<ClusterHostOptions>>(static (membership, own) =>
        {
            membership.ProbeTimeout = own.Value.ProbeEvery;
            membership.NumMissedProbesLimit = own.Value.MissedProbes;
            membership.IAmAliveTablePublishTimeout = SignOfLifeEvery;
            membership.TableRefreshTimeout = ReadMembersEvery;
        });
        services.AddOptions<SiloMessagingOptions>().Configure<IOptions<ClusterHostOptions>>(static (messaging, own) => (messaging.ResponseTimeout, messaging.MaxEnqueuedRequestsHardLimit) = (own.Value.ResponseTimeout, MostWaiting));
        services.AddOptions<GrainCollectionOptions>().Configure<IOptions<ClusterHostOptions>>(static (collection, own) =>
        {
            collection.CollectionAge = own.Value.CollectionAge;
            collection.CollectionQuantum = own.Value.CollectionAge / 15;
        });
        services.AddOptions<LoadSheddingOptions>().Configure<IOptions<ClusterHostOptions>>(static (shedding, own) => (shedding.LoadSheddingEnabled, shedding.CpuThreshold) = (true, own.Value.ShedAtPercent));
    }

    private static void Reach(IClientBuilder client)
    {
        client.AddActivityPropagation();
        var services = client.Services;
        services.AddSingleton<IGatewayListProvider>(static provider => new PostgresGateways(Database(provider)!, provider.GetRequiredService<IOptions<ClusterOptions>>().Value.ClusterId, ReadMembersEvery));
        services.AddSingleton<IClientConnectionRetryFilter, PatientConnection>();
        services.AddOptions<GatewayOptions>().Configure(static gateways => gateways.GatewayListRefreshPeriod = ReadMembersEvery);
        services.AddOptions<ClientMessagingOptions>().Configure<IOptions<ClusterHostOptions>>(static (messaging, own) => messaging.ResponseTimeout = own.Value.ResponseTimeout);
    }

    private static IMembershipTable MembersOf(IServiceProvider provider) => Database(provider) is { } database
        ? new PostgresMembers(database, provider.GetRequiredService<IOptions<ClusterOptions>>().Value.ClusterId)
        : new LoneMember();

    private static string? Database(IServiceProvider provider) => provider.GetRequiredService<IOptions<JournalOptions>>().Value.Postgres;

    private static void Place(EndpointOptions place, IOptions<ClusterHostOptions> own, IOptions<JournalOptions> journal)
    {
        place.AdvertisedIPAddress = IPAddress.Parse(own.Value.Address);
        var (silo, gateway) = FreePorts.At(place.AdvertisedIPAddress);
        place.SiloPort = own.Value.SiloPort > 0 ? own.Value.SiloPort : silo;
        // Nobody can join a silo whose journal is a file.
        place.GatewayPort = (journal.Value.Postgres, own.Value.GatewayPort) switch
        {
            (null, _) => 0,
            (_, > 0 and var port) => port,
            _ => gateway,
        };
    }
}
