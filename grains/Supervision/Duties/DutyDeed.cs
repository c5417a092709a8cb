using System.Collections.Immutable;
using OpsBoard.Units;

namespace OpsBoard.Supervision.Duties;

/// <summary>That a unit did a duty on a day, by the last word on the document that says so.</summary>
public sealed record DutyDeed(UnitPath Unit, string Duty, TaskEvidence Evidence, TaskRecord Record)
{
    public BusinessDay Day => Evidence.Day;

    /// <summary>Those at or beneath the scope, without what was withdrawn, by unit, duty, day and document.</summary>
    public static ImmutableArray<DutyDeed> Of(UnitPath scope, IEnumerable<TaskRecord> records) =>
    [
        .. ToldFacts.Standing(TaskFamily.Duty, records.Where(record => scope.Contains(record.Event.Task.Ledger)))
            .Select(static record => new DutyDeed(record.Event.Task.Ledger, TaskFamilies.IdIn(TaskFamily.Duty, record.Event.Task)!, record.Event.Facts.Evidence!, record))
            .OrderBy(static deed => deed.Unit, UnitPath.InOrder)
            .ThenBy(static deed => deed.Duty, StringComparer.Ordinal)
            .ThenBy(static deed => deed.Day)
            .ThenBy(static deed => deed.Evidence.Document, StringComparer.Ordinal),
    ];
}
