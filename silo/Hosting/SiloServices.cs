using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpsBoard.Board;
using OpsBoard.Counting;
using OpsBoard.Journal;
using OpsBoard.Silo.Hosting.Journals;
using OpsBoard.Silo.Journal;
using OpsBoard.Silo.Journal.Sqlite;
using OpsBoard.Units;

namespace OpsBoard.Silo.Hosting;

public static class SiloServices
{
    /// <summary>
    /// Grains, and the journal: where <see cref="JournalPlaces"/> says. The caller has taken the directory and read roster and
    /// terms: what is wrong with them is said before anything starts.
    /// </summary>
    public static IServiceCollection AddSilo(this IServiceCollection services, IConfiguration configuration, DataDirectory directory, Roster roster, CountingTerms terms)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(directory).AddSingleton(roster).AddSingleton(terms);
        services.AddOptions<JournalOptions>().BindConfiguration("Journal").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<UnitPacing>().BindConfiguration("Units").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<FreshnessLimits>().BindConfiguration("Freshness").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(static provider => new Attendance(
            provider.GetRequiredService<Roster>(),
            provider.GetRequiredService<IOptions<FreshnessLimits>>().Value,
            provider.GetRequiredService<CountingTerms>()));
        services.AddSingleton<UnitAlarms>().AddSingleton<UnitServices>();
        services.AddSingleton<ITouches, GrainTouches>();
        services.AddMetrics().AddSingleton<CommitTimes>().AddSingleton<JournalMetrics>();
        services.AddSingleton(OpenJournal);
        services.AddSingleton<IJournal>(static provider => provider.GetRequiredService<IJournalStore>());
        services.AddSingleton<IDeclarations>(static provider => provider.GetRequiredService<IJournalStore>());
        services.AddSingleton<IBoardTokens>(static provider => provider.GetRequiredService<IJournalStore>());
        services.AddSingleton<IEventSources>(static provider => provider.GetRequiredService<IJournalStore>());
        services.AddSingleton<ITaskLedger>(static provider => provider.GetRequiredService<IJournalStore>());
        services.AddHostedService<JournalWatch>().AddHostedService<BallastKeeper>();
        return services.AddGrainHost(configuration);
    }

    private static IJournalStore OpenJournal(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<JournalOptions>>().Value;
        var (terms, touches) = (provider.GetRequiredService<CountingTerms>(), provider.GetRequiredService<ITouches>());
        var (clock, loggers, metrics) = (provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILoggerFactory>(), provider.GetRequiredService<JournalMetrics>());
        return JournalPlaces.Of(options).Open(provider.GetRequiredService<DataDirectory>(), terms, touches, clock, loggers, metrics);
    }
}
