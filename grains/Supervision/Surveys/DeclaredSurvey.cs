using System.Collections.Immutable;
using OpsBoard.Indicators;
using OpsBoard.Units;

namespace OpsBoard.Supervision.Surveys;

/// <summary>A survey of a unit as the newest word on its document has it.</summary>
/// <param name="Id">Which survey: one that is held again keeps it.</param>
public sealed record DeclaredSurvey(UnitPath Unit, string Id, SurveyResult Result, TaskEvidence Evidence, TaskRecord Record)
{
    /// <summary>Where the true share may lie (95 %), if the sample was drawn at random; null of a score, whose spread is not known.</summary>
    public Interval? Margin => Result.Measure == SurveyMeasure.Share ? Interval.Of((double)Result.Value / 100, Result.Sample) : null;

    /// <summary>Those at or beneath the scope, without what was withdrawn, by unit and id, the newest first.</summary>
    public static ImmutableArray<DeclaredSurvey> Of(UnitPath scope, IEnumerable<TaskRecord> records) =>
    [
        .. ToldFacts.Standing(TaskFamily.Survey, records.Where(record => scope.Contains(record.Event.Task.Ledger)))
            .Select(static record => new DeclaredSurvey(record.Event.Task.Ledger, TaskFamilies.IdIn(TaskFamily.Survey, record.Event.Task)!, record.Event.Facts.Survey!, record.Event.Facts.Evidence!, record))
            .OrderBy(static survey => survey.Unit, UnitPath.InOrder)
            .ThenBy(static survey => survey.Id, StringComparer.Ordinal)
            .ThenByDescending(static survey => survey.Evidence.Day)
            .ThenBy(static survey => survey.Evidence.Document, StringComparer.Ordinal),
    ];
}
