using System.Collections.Immutable;
using OpsBoard.Units;

namespace OpsBoard.Supervision;

/// <summary>One entry of the ledger as a set of events makes it.</summary>
/// <param name="Plan">What holds; null while nobody has registered it.</param>
/// <param name="Turns">What was said of it, by the time of happening.</param>
/// <param name="Notices">The server's own events about its notices, in no particular order.</param>
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
    ImmutableArray<TaskTurn> Turns,
    ImmutableArray<TaskRecord> Notices,
    ImmutableSortedDictionary<int, long> Reached,
    TaskAmount? Amount,
    IsoWeek? ExplainedTo,
    int Returns,
    bool IsReturned,
    long SinceMs)
{
    public bool IsOpen => State.IsOpen();

    /// <summary>What somebody saw of it: rises with all that is said of it, and not with notices, which change nothing.</summary>
    public long Version => Turns.Length;

    /// <summary>How many events there are of it, notices among them.</summary>
    public long Events => Turns.Length + Notices.Length;

    public IEnumerable<TaskRecord> Records => Turns.Select(static turn => turn.Record).Concat(Notices);

    /// <summary>The week by whose end it is to be done as things stand: the one that an explanation named, where that is later.</summary>
    public IsoWeek EffectiveDue => ExplainedTo is { } later && later > Plan!.Due ? later : Plan!.Due;

    /// <summary>When it became known here that it is due in that week, in unix milliseconds.</summary>
    public long DueKnownMs => Turns
        .Where(turn => turn.Rule is null && (turn.Record.Event.Facts.Week ?? turn.Record.Event.Facts.Plan?.Due) == EffectiveDue)
        .Select(static turn => turn.Record.ReceivedMs)
        .DefaultIfEmpty(long.MaxValue)
        .Min();

    /// <summary>The ledger, the lead unit or a supporting unit lies at or beneath the scope.</summary>
    public bool Concerns(UnitPath scope) => scope.Contains(Task.Ledger) || (Plan is { } plan && (scope.Contains(plan.Lead) || plan.Supports.Any(scope.Contains)));
}
