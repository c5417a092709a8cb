using System.Collections.Immutable;
using OpsBoard.Units;

namespace OpsBoard.Supervision;

/// <summary>One entry of the ledger as a set of events makes it.</summary>
/// <param name="Plan">What holds; null while nobody has registered it.</param>
/// <param name="Version">How many events there are of it: rises with each.</param>
/// <param name="Turns">By the time of happening.</param>
/// <param name="Reached">The instants at which steps were reached, by their place from 1.</param>
/// <param name="Amount">The newest word on how much is done.</param>
/// <param name="ExplainedTo">The newest week that an explanation named.</param>
/// <param name="Returns">How often its closing was asked for and not granted.</param>
/// <param name="IsReturned">The last word on its quality was that it is not done.</param>
/// <param name="SinceMs">When it came into its state.</param>
public sealed record TaskView(
    TaskId Task,
    TaskState State,
    TaskPlan? Plan,
    long Version,
    ImmutableArray<TaskTurn> Turns,
    ImmutableSortedDictionary<int, long> Reached,
    TaskAmount? Amount,
    IsoWeek? ExplainedTo,
    int Returns,
    bool IsReturned,
    long SinceMs)
{
    public bool IsOpen => State.IsOpen();

    /// <summary>The ledger, the lead unit or a supporting unit lies at or beneath the scope.</summary>
    public bool Concerns(UnitPath scope) => scope.Contains(Task.Ledger) || (Plan is { } plan && (scope.Contains(plan.Lead) || plan.Supports.Any(scope.Contains)));
}
