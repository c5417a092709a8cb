using OpsBoard.Counting;
using OpsBoard.Events;

namespace OpsBoard.Web.Screens.Units;

/// <summary>超期件 of a scope, the longest overdue first; as many as can be read, with how many there are in all.</summary>
/// <param name="Suspended">Open cases whose clock stands still (中止): they are not overdue meanwhile.</param>
public sealed record OverdueCases(IReadOnlyList<OverdueCase> Worst, int Total, int Suspended)
{
    public const int Most = 20;

    internal static OverdueCases Of(WindowReading reading, CountingTerms terms)
    {
        var cases = reading.Windows.SelectMany(static window => window.Open.Where(static subject => subject.Kind == SubjectKind.Case).Select(subject => (window.Window, Case: subject))).ToList();
        var overdue = cases
            .Where(open => reading.AtMs > open.Case.DueMs)
            .Select(open => new OverdueCase(
                open.Window,
                open.Case.Id,
                open.Case.SinceMs,
                open.Case.DueMs!.Value,
                open.Case.LegalDueMs,
                open.Case.State == OpenState.Paused,
                reading.AtMs,
                terms.For(open.Window).Calendar))
            .OrderBy(static open => open.DueMs)
            .ThenBy(static open => open.Window, OpsBoard.Units.UnitPath.InOrder)
            .ThenBy(static open => open.Case, StringComparer.Ordinal)
            .ToList();
        return new([.. overdue.Take(Most)], overdue.Count, cases.Count(static open => open.Case.State == OpenState.Paused));
    }
}
