using OpsBoard.Events;
using OpsBoard.Journal;

namespace OpsBoard.Supervision;

internal sealed class TaskGrain(ITaskLedger ledger) : Grain, ITaskGrain
{
    private TaskView? _seen;

    // The journal counts the events of the entry in the transaction that adds one: a second activation, or a source, cannot be overwritten.
    public async Task<TaskAnswer> Act(TaskEvent act, long version)
    {
        // Sources do not tell the grain.
        if (_seen?.Version != version) await Read();
        while (true)
        {
            var seen = _seen!;
            if (seen.Version != version) return new TaskAnswer(Verdict.Conflict, null, seen.State);
            if (TaskLedger.RefusalOf(seen, act) is { } rule) return new TaskAnswer(Verdict.Rejected, rule, seen.State);
            var verdict = await ledger.AppendTask(act, seen.Events);
            await Read();
            // A notice that was sent meanwhile is nothing that somebody would have to look at first.
            if (verdict == Verdict.Conflict && _seen!.Version == version && _seen.Events > seen.Events) continue;
            return new TaskAnswer(verdict, null, _seen!.State);
        }
    }

    private async Task Read()
    {
        var task = TaskId.Parse(this.GetPrimaryKeyString());
        _seen = TaskLedger.Of(task, await ledger.ReadTask(task));
    }
}
