using System.Collections.Immutable;
using OpsBoard.Configuration;
using OpsBoard.Counting;
using OpsBoard.Events.Queues;
using OpsBoard.Indicators;
using OpsBoard.Supervision.Duties;
using OpsBoard.Supervision.Notices;
using OpsBoard.Supervision.Plans;
using OpsBoard.Units;

namespace OpsBoard.Web.Run;

/// <summary>The configuration files of a data directory. A file there replaces the packaged one of its name as a whole.</summary>
/// <param name="Data">The data directory.</param>
/// <param name="Units">The roster, where it is not the one in the data directory.</param>
internal sealed record ConfigurationFiles(string Data, string? Units = null)
{
    public string Roster => Units ?? Path.Combine(Data, "units.json");

    public string Calendar => Path.Combine(Data, "calendar.json");

    public string Counting => Path.Combine(Data, "counting.json");

    public string Indicators => Path.Combine(Data, "indicators.json");

    public string Assessments => Path.Combine(Data, "assessments.json");

    public string Duties => Path.Combine(Data, "duties.json");

    public string TargetPlans => Path.Combine(Data, "target-plans.json");

    public string Escalations => Path.Combine(Data, "escalations.json");

    public string QueueMachines => Path.Combine(Data, "queue-machines.json");

    /// <summary>No units where there is no file, unless one was named.</summary>
    /// <exception cref="ConfigurationException">The file has a mistake.</exception>
    public Roster ReadRoster() => Units is null && !File.Exists(Roster) ? OpsBoard.Units.Roster.Empty : RosterReader.ReadFile(Roster);

    /// <exception cref="ConfigurationException">One of the two files has a mistake.</exception>
    public CountingTerms ReadTerms() => ReadTerms(ReadCalendar());

    /// <exception cref="ConfigurationException">The file has a mistake.</exception>
    public CountingTerms ReadTerms(WorkingCalendar calendar) => CountingTermsReader.ReadFile(OwnOrPackaged(Counting), calendar);

    /// <exception cref="ConfigurationException">The file has a mistake.</exception>
    public WorkingCalendar ReadCalendar() => WorkingCalendarReader.ReadFile(OwnOrPackaged(Calendar));

    /// <exception cref="ConfigurationException">The file has a mistake.</exception>
    public Catalogue ReadCatalogue() => CatalogueReader.ReadFile(OwnOrPackaged(Indicators));

    /// <param name="catalogue">The indicators that may be assessed.</param>
    /// <exception cref="ConfigurationException">The file has a mistake.</exception>
    public ImmutableArray<Assessment> ReadAssessments(Catalogue catalogue) => AssessmentReader.ReadFile(OwnOrPackaged(Assessments), catalogue);

    /// <summary>No machines where there is no file.</summary>
    /// <exception cref="ConfigurationException">The file has a mistake.</exception>
    public QueueMachines ReadQueueMachines() => File.Exists(QueueMachines) ? QueueMachinesReader.ReadFile(QueueMachines) : new QueueMachines([]);

    /// <summary>No duties where there is no file.</summary>
    /// <exception cref="ConfigurationException">The file has a mistake.</exception>
    public DutyList ReadDuties() => File.Exists(Duties) ? DutiesReader.ReadFile(Duties) : new DutyList([]);

    /// <summary>No plans where there is no file.</summary>
    /// <param name="catalogue">The indicators that may be planned.</param>
    /// <exception cref="ConfigurationException">The file has a mistake.</exception>
    public TargetPlans ReadTargetPlans(Catalogue catalogue) => File.Exists(TargetPlans) ? TargetPlansReader.ReadFile(TargetPlans, catalogue) : new TargetPlans([]);

    /// <summary>Nobody is told anything where there is no file.</summary>
    /// <exception cref="ConfigurationException">The file has a mistake.</exception>
    public EscalationRules ReadEscalations() => File.Exists(Escalations) ? EscalationsReader.ReadFile(Escalations) : EscalationRules.None;

    private static string OwnOrPackaged(string file) =>
        File.Exists(file) ? file : Path.Combine(AppContext.BaseDirectory, "defaults", Path.GetFileName(file));
}
