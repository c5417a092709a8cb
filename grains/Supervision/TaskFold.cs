using System.Collections.Immutable;
using OpsBoard.Events;
using OpsBoard.Units;

namespace OpsBoard.Supervision;

/// <summary>
/// Makes an entry out of the set of its events, in whatever order they came: they are taken by the time of happening, of one instant in the order of
/// the acts. One that cannot follow is kept and counts nothing, until what was missing before it comes.
/// </summary>
internal sealed class TaskFold
{
    private readonly TaskId _task;
    private readonly List<TaskTurn> _turns = [];
    private readonly List<TaskRecord> _notices = [];
    private readonly Dictionary<int, long> _reached = [];
    private TaskState _state;
    private TaskPlan? _plan;
    private TaskAmount? _amount;
    private IsoWeek? _explainedTo;
    private int _returns;
    private bool _isReturned;
    private long _sinceMs;

    private TaskFold(TaskId task) => _task = task;

    /// <param name="records">All of one entry, in any order.</param>
    public static TaskView Of(TaskId task, IEnumerable<TaskRecord> records)
    {
        var fold = new TaskFold(task);
        foreach (var record in ToldFacts.InOrder(records)) fold.Take(record);
        return fold.View();
    }

    /// <summary>What would become of an act that happens after all that is known.</summary>
    /// <returns>The rule that forbids it; null when it follows.</returns>
    public static string? RefusalOf(TaskView seen, TaskEvent act)
    {
        var fold = new TaskFold(seen.Task) { _state = seen.State, _plan = seen.Plan };
        return fold.RuleAgainst(act);
    }

    private void Take(TaskRecord record)
    {
        if (record.Event.Act.IsOfNotice())
        {
            _notices.Add(record);
            return;
        }

        var rule = RuleAgainst(record.Event);
        if (rule is null) Follow(record.Event);
        _turns.Add(new TaskTurn(record, _state, rule));
    }

    private string? RuleAgainst(TaskEvent act)
    {
        if (StateAfter(act) is null) return Reasons.CannotFollow;
        if (!MaySay(act)) return Reasons.NotYours;
        return act.Act == TaskAct.Reached && act.Facts.Step > _plan!.Steps.Length ? Reasons.InvalidMember : null;
    }

    private TaskState? StateAfter(TaskEvent act) => (act.Act, _state) switch
    {
        (TaskAct.Registered, TaskState.Unregistered) when act.Facts.Plan!.Kind.IsProblem() == act.OfProblem => TaskState.Registered,
        (_, TaskState.Unregistered) => null,
        _ when _plan!.Kind.IsProblem() != act.OfProblem => null,
        // What the entry is stays: another family would make its states mean other things.
        (TaskAct.Amended, var state) when act.Facts.Plan!.Kind.IsProblem() == act.OfProblem && state.IsOpen() => state,
        (TaskAct.Assigned, TaskState.Registered) => TaskState.Assigned,
        (TaskAct.Started, TaskState.Assigned) => TaskState.Progressing,
        (TaskAct.Started, TaskState.Registered) when act.OfProblem => TaskState.Progressing,
        (TaskAct.Reached or TaskAct.Progressed, TaskState.Progressing or TaskState.ClosureRequested) => _state,
        (TaskAct.Explained, var state) when state.IsOpen() => state,
        (TaskAct.ClosureRequested, TaskState.Progressing) => TaskState.ClosureRequested,
        (TaskAct.Returned, TaskState.ClosureRequested or TaskState.HandedUp or TaskState.Closed) => TaskState.Progressing,
        (TaskAct.Closed, TaskState.ClosureRequested) => TaskState.Closed,
        (TaskAct.Closed, TaskState.Progressing) when act.OfProblem => TaskState.Closed,
        (TaskAct.HandedUp, var state) when state.IsOpen() => TaskState.HandedUp,
        _ => null,
    };

    // Who keeps the ledger may say everything, who leads only what he did himself: nobody crosses out his own task.
    private bool MaySay(TaskEvent act) => act.By.Contains(_task.Ledger) || (TaskAuthors.IsOfLead(act.Act) && _plan is { } plan && IsOf(plan.Lead, act.By));

    private static bool IsOf(UnitPath lead, UnitPath by) => by.Contains(lead) || lead.Contains(by);

    private void Follow(TaskEvent act)
    {
        var next = StateAfter(act)!.Value;
        if (next != _state) _sinceMs = act.OccurredMs;
        _state = next;
        _plan = act.Facts.Plan ?? _plan;
        switch (act.Act)
        {
            case TaskAct.Reached: _reached.TryAdd(act.Facts.Step!.Value, act.OccurredMs); break;
            case TaskAct.Progressed: _amount = act.Facts.Amount; break;
            case TaskAct.Explained: _explainedTo = act.Facts.Week; break;
            case TaskAct.Returned: (_returns, _isReturned) = (_returns + 1, true); break;
            case TaskAct.Closed or TaskAct.ClosureRequested: _isReturned = false; break;
        }
    }

    private TaskView View() => new(_task, _state, _plan, [.. _turns], [.. _notices], _reached.ToImmutableSortedDictionary(), _amount, _explainedTo, _returns, _isReturned, _sinceMs);
}
