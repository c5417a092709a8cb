using System.Collections.Immutable;
using OpsBoard.Units;

namespace OpsBoard.Supervision;

/// <summary>The entries of a scope (督办台账) as a set of events makes them.</summary>
public static class TaskLedger
{
    /// <summary>The registered entries whose ledger, lead or supporting unit lies at or beneath the scope, by ledger and id.</summary>
    /// <param name="records">Of all entries that could concern the scope, in any order.</param>
    public static ImmutableArray<TaskView> Of(UnitPath scope, IEnumerable<TaskRecord> records) =>
    [
        .. records.GroupBy(static record => record.Event.Task)
            .Select(static group => Of(group.Key, group))
            .Where(view => view.Plan is not null && view.Concerns(scope))
            .OrderBy(static view => view.Task, TaskId.InOrder),
    ];

    /// <summary>One entry as all of its events make it.</summary>
    public static TaskView Of(TaskId task, IEnumerable<TaskRecord> records) => TaskFold.Of(task, records);

    /// <summary>What would become of an act that happens after all that is known.</summary>
    /// <returns>The rule that forbids it; null when it follows.</returns>
    public static string? RefusalOf(TaskView seen, TaskEvent act) => TaskFold.RefusalOf(seen, act);
}
