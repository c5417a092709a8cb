using OpsBoard.Counting;
using OpsBoard.Units;

namespace OpsBoard.Web.Run;

internal static class ConfigurationServices
{
    /// <summary>Watches the files of which the silo was given the content. A new units.json is in force at once, calendar and terms at the next start.</summary>
    public static IServiceCollection AddConfigurationWatch(this IServiceCollection services, ConfigurationFiles files)
    {
        services.AddSingleton<ConfigurationWarnings>().AddSingleton<ConfigurationWatch>();
        services.AddHostedService(static provider => provider.GetRequiredService<ConfigurationWatch>());
        services.AddSingleton(provider => new WatchedFile(files.Roster, () => Replace(provider.GetRequiredService<Roster>(), files)));
        services.AddSingleton(provider => new WatchedFile(files.Calendar, () => IsInForce(files.ReadCalendar(), provider.GetRequiredService<CountingTerms>().Otherwise.Calendar)));
        services.AddSingleton(provider => new WatchedFile(files.Counting, () => IsInForce(files, provider.GetRequiredService<CountingTerms>())));
        return services;
    }

    private static bool Replace(Roster roster, ConfigurationFiles files)
    {
        // A file that went away is a mistake here; only a start without it means that there are no units.
        roster.Replace(RosterReader.ReadFile(files.Roster));
        return true;
    }

    private static bool IsInForce(WorkingCalendar read, WorkingCalendar running) =>
        read.Exceptions.SequenceEqual(running.Exceptions) && read.Years.SequenceEqual(running.Years);

    private static bool IsInForce(ConfigurationFiles files, CountingTerms running) =>
        files.ReadTerms(running.Otherwise.Calendar).Fingerprint == running.Fingerprint;
}
