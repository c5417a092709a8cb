using System.Collections.Immutable;
using OpsBoard.Events;

namespace OpsBoard.Silo.Journal.Sqlite;

/// <summary>The events of one request on their way to a commit, and the answer that somebody waits for.</summary>
internal sealed class PendingBatch(ImmutableArray<PendingEvent> events)
{
    // The writer's thread must not run the code that waits for the answer.
    private readonly TaskCompletionSource<ImmutableArray<Verdict>> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ImmutableArray<PendingEvent> Events => events;

    public Task<ImmutableArray<Verdict>> Answer => _answer.Task;

    public void Acknowledge(ImmutableArray<Verdict> verdicts) => _answer.TrySetResult(verdicts);

    public void Refuse(Exception reason) => _answer.TrySetException(reason);
}
