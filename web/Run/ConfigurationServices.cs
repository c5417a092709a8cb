using OpsBoard.Counting;
using OpsBoard.Events.Queues;
using OpsBoard.Indicators;
using OpsBoard.Supervision.Duties;
using OpsBoard.Supervision.Notices;
using OpsBoard.Supervision.Plans;
using OpsBoard.Units;
using OpsBoard.Web.Indicators;

namespace OpsBoard.Web.Run;

internal static class ConfigurationServices
{
    /// <summary>Watches all files. New units, indicators, assessments, duties, plans, queue machines and escalations are in force at once, calendar and terms at the next start.</summary>
    public static IServiceCollection AddConfigurationWatch(this IServiceCollection services, ConfigurationFiles files)
    {
        services.AddUnitsWatch(files);
        services.AddSingleton(provider => new WatchedFile(files.Indicators, () => Replace(provider.GetRequiredService<Catalogue>(), files)));
        services.AddSingleton(provider => new WatchedFile(files.Assessments, () => Replace(provider.GetRequiredService<Assessments>(), provider.GetRequiredService<Catalogue>(), files)));
        services.AddSingleton(provider => new WatchedFile(files.QueueMachines, () => Replace(provider.GetRequiredService<QueueMachines>(), files)));
        services.AddSingleton(provider => new WatchedFile(files.Duties, () => Replace(provider.GetRequiredService<DutyList>(), files)));
        services.AddSingleton(provider => new WatchedFile(files.TargetPlans, () => Replace(provider.GetRequiredService<TargetPlans>(), provider.GetRequiredService<Catalogue>(), files)));
        services.AddSingleton(provider => new WatchedFile(files.Escalations, () => Replace(provider.GetRequiredService<Escalations>(), files)));
        return services;
    }

    /// <summary>Watches the files of which the silo was given the content.</summary>
    public static IServiceCollection AddUnitsWatch(this IServiceCollection services, ConfigurationFiles files)
    {
        services.AddSingleton<ConfigurationWarnings>().AddSingleton<ConfigurationWatch>();
        services.AddHostedService(static provider => provider.GetRequiredService<ConfigurationWatch>());
        services.AddSingleton(provider => new WatchedFile(files.Roster, () => Replace(provider.GetRequiredService<Roster>(), files)));
        services.AddSingleton(provider => new WatchedFile(files.Calendar, () => IsInForce(files.ReadCalendar(), provider.GetRequiredService<CountingTerms>().Otherwise.Calendar)));
        services.AddSingleton(provider => new WatchedFile(files.Counting, () => IsInForce(files, provider.GetRequiredService<CountingTerms>())));
        return services;
    }

    private static bool Replace(Catalogue catalogue, ConfigurationFiles files)
    {
        catalogue.Replace(files.ReadCatalogue());
        return true;
    }

    private static bool Replace(Assessments assessments, Catalogue catalogue, ConfigurationFiles files)
    {
        assessments.Replace(files.ReadAssessments(catalogue));
        return true;
    }

    private static bool Replace(QueueMachines machines, ConfigurationFiles files)
    {
        // As with the roster, and with duties and plans: a file that went away is a mistake.
        machines.Replace(QueueMachinesReader.ReadFile(files.QueueMachines));
        return true;
    }

    private static bool Replace(DutyList duties, ConfigurationFiles files)
    {
        duties.Replace(DutiesReader.ReadFile(files.Duties));
        return true;
    }

    private static bool Replace(TargetPlans plans, Catalogue catalogue, ConfigurationFiles files)
    {
        plans.Replace(TargetPlansReader.ReadFile(files.TargetPlans, catalogue));
        return true;
    }

    private static bool Replace(Escalations escalations, ConfigurationFiles files)
    {
        // As with the roster: a file that went away is a mistake, and nobody stops being told of what is due by it.
        escalations.Replace(EscalationsReader.ReadFile(files.Escalations));
        return true;
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
