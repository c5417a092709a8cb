using System.Collections.Immutable;
using OpsBoard.Events;
using OpsBoard.Indicators.Milestones;

namespace OpsBoard.Silo.Journal.Sqlite;

/// <summary>What one request brings on its way to a commit, events or milestones, and the answer that somebody waits for.</summary>
internal sealed class PendingBatch(ImmutableArray<PendingEvent> events, ImmutableArray<Milestone> milestones)
{
    // The writer's thread must not run the code that waits for the answer.
    private readonly TaskCompletionSource<ImmutableArray<Verdict>> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ImmutableArray<PendingEvent> Events => events;

    public ImmutableArray<Milestone> Milestones => milestones;

    public int Count => events.Length + milestones.Length;

    public Task<ImmutableArray<Verdict>> Answer => _answer.Task;

    public void Acknowledge(ImmutableArray<Verdict> verdicts) => _answer.TrySetResult(verdicts);

    public void Refuse(Exception reason) => _answer.TrySetException(reason);
}
