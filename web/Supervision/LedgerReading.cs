using System.Collections.Immutable;
using OpsBoard.Supervision;
using OpsBoard.Units;

namespace OpsBoard.Web.Supervision;

/// <summary>The ledger of a scope at one instant: what page, API and CSV print.</summary>
/// <param name="Tasks">Those behind first, then by week, then by ledger and id; never default.</param>
public sealed record LedgerReading(UnitPath Scope, DateTimeOffset AsOf, ImmutableArray<LedgerTask> Tasks)
{
    /// <param name="views">Of registered entries that concern the scope, in any order.</param>
    public static LedgerReading Of(UnitPath scope, IEnumerable<TaskView> views, DateTimeOffset at, TaskStandards standards)
    {
        var tasks = views
            .Select(view => new LedgerTask(view, TaskStanding.Of(view, at.ToUnixTimeMilliseconds(), standards)))
            .OrderByDescending(static task => task.Standing.Worst)
            .ThenBy(static task => task.View.State.IsOpen() ? 0 : 1)
            .ThenBy(static task => task.Plan.Due)
            .ThenBy(static task => task.Id, TaskId.InOrder);
        return new LedgerReading(scope, at, [.. tasks]);
    }

    /// <summary>Of problems both rates are told, of tasks as well.</summary>
    public TaskRates RatesOf(bool problems) => TaskRates.Of(Tasks.Where(task => task.Plan.Kind.IsProblem() == problems).Select(static task => task.View));

    public int With(TaskMark mark) => Tasks.Count(task => task.Standing.Worst == mark);

    public IEnumerable<LedgerTask> In(TaskKind? kind, TaskState? state) => Tasks.Where(task => (kind is null || task.Plan.Kind == kind) && (state is null || task.View.State == state));

    public LedgerTask? Find(TaskId task) => Tasks.FirstOrDefault(each => each.Id == task);

    public IEnumerable<LedgerTask> From(TaskOrigin origin) => Tasks.Where(task => task.Plan.Origin == origin);
}
