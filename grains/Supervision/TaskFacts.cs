using OpsBoard.Supervision.Notices;
using OpsBoard.Supervision.Surveys;

namespace OpsBoard.Supervision;

/// <summary>What an act says besides that it happened; each act has its own.</summary>
/// <param name="Plan">Of registering and amending.</param>
/// <param name="Step">Of a step reached: its place in the plan, from 1.</param>
/// <param name="Amount">Of progress: how much is done in all.</param>
/// <param name="Week">Of an explanation: by when it will be done.</param>
/// <param name="Note">In words; of an explanation always there.</param>
/// <param name="Notice">Of the server's own events about a notice.</param>
/// <param name="Evidence">Of a duty and a survey: the document, and the day on which it was done or issued.</param>
/// <param name="Survey">Of a survey: what it found.</param>
[GenerateSerializer, Immutable, Alias("TaskFacts")]
public sealed record TaskFacts(
    [property: Id(0)] TaskPlan? Plan = null,
    [property: Id(1)] int? Step = null,
    [property: Id(2)] TaskAmount? Amount = null,
    [property: Id(3)] IsoWeek? Week = null,
    [property: Id(4)] string? Note = null,
    [property: Id(5)] NoticeAttempt? Notice = null,
    [property: Id(6)] TaskEvidence? Evidence = null,
    [property: Id(7)] SurveyResult? Survey = null)
{
    public static readonly TaskFacts None = new();
}
