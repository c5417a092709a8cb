using OpsBoard.Board;
using OpsBoard.Counting;

namespace OpsBoard.Units;

/// <summary>Which windows are due to report, by roster and calendar, which of those are silent, and which units report at all.</summary>
public sealed class Attendance(Roster roster, FreshnessLimits limits, CountingTerms terms)
{
    public Roster Roster => roster;

    /// <summary>A window's contribution with the gauges that follow from its newest event and the instant alone.</summary>
    public Contribution Seen(Contribution window)
    {
        var due = window with { Gauges = window.Gauges + DutyOf(window) };
        var isSilent = limits.Of(due, window.AtMs) is FreshnessState.Silent or FreshnessState.Never;
        return due with
        {
            Gauges = due.Gauges with { WindowsSilent = isSilent ? 1 : 0, Reporting = due.ReportedOnItsDay ? roster.CoverageOf(due.Unit) : default },
            NextMs = Instants.Earliest(window.NextMs, Instants.Earliest(NextDutyMs(window.Unit, window.AtMs), Instants.Later(window.AtMs, limits.SilentFromMs(due)))),
        };
    }

    /// <summary>
    /// The units at or beneath the scope that report on the day of the windows' cells: those whose newest event is of that day, and
    /// those above one of them, each once.
    /// </summary>
    public Coverage ReportingOf(IEnumerable<Contribution> windows, UnitPath scope) => windows
        .Where(static window => window.ReportedOnItsDay)
        .SelectMany(window => Upwards(window.Unit, scope))
        .Distinct()
        .Aggregate(default(Coverage), (sum, unit) => sum + roster.CoverageOf(unit));

    /// <summary>Since when the unit is due to report, in unix milliseconds (0: always); null when it is not.</summary>
    public long? DueSince(UnitPath unit, long atMs)
    {
        if (!roster.OwesFigures(unit)) return null;
        return roster.OpeningOf(unit) is { } opening ? opening.OpenSince(atMs, terms.For(unit).Calendar) : 0;
    }

    /// <summary>The next instant, in unix milliseconds, at which the unit may begin or cease to be due; null: never.</summary>
    public long? NextDutyMs(UnitPath unit, long atMs) =>
        roster.OwesFigures(unit) && roster.OpeningOf(unit) is { } opening ? opening.NextChangeMs(atMs, terms.For(unit).Calendar) : null;

    private static IEnumerable<UnitPath> Upwards(UnitPath unit, UnitPath scope) =>
        unit == scope ? [unit] : Upwards(unit.Parent, scope).Append(unit);

    private Gauges DutyOf(Contribution window) => DueSince(window.Unit, window.AtMs) is { } since
        ? new Gauges { WindowsDue = 1, DueSinceMs = since, DueEventMs = window.LastEventMs }
        : default;
}
