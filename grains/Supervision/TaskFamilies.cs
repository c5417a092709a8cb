using OpsBoard.Units;

namespace OpsBoard.Supervision;

/// <summary>
/// The words for families as they travel. What is told of duties and surveys stands among the events of the ledger under <c>UNIT#duty:ID</c> and
/// <c>UNIT#survey:ID</c>: an id that no entry can have, so neither is ever taken for the other.
/// </summary>
public static class TaskFamilies
{
    private const char Sign = ':';

    public static IReadOnlyList<TaskFamily> All { get; } = Enum.GetValues<TaskFamily>();

    public static bool IsOfEntries(this TaskFamily family) => family is TaskFamily.Task or TaskFamily.Problem;

    /// <summary>In types (<c>opsboard.duty.done</c>), and of duties and surveys the member of <c>data</c> that names which.</summary>
    public static string WordOf(TaskFamily family) => family switch
    {
        TaskFamily.Task => "task",
        TaskFamily.Problem => "problem",
        TaskFamily.Duty => "duty",
        _ => "survey",
    };

    /// <param name="id">Of a duty or a survey.</param>
    public static TaskId Of(TaskFamily family, UnitPath unit, string id) => new(unit, $"{WordOf(family)}{Sign}{id}");

    /// <returns>The id of the duty or the survey; null where the event is about something else.</returns>
    public static string? IdIn(TaskFamily family, TaskId task) =>
        task.Id.Length > WordOf(family).Length && task.Id[WordOf(family).Length] == Sign && task.Id.StartsWith(WordOf(family), StringComparison.Ordinal) ? task.Id[(WordOf(family).Length + 1)..] : null;
}
