using System.Collections.Immutable;
using OpsBoard.Events;
using OpsBoard.Indicators.Milestones;
using OpsBoard.Journal;

namespace OpsBoard.Silo.Journal.Sqlite;

/// <summary>What one request brings on its way to a commit, events, milestones or decisions, and the answer that somebody waits for.</summary>
internal sealed class PendingBatch
{
    // The writer's thread must not run the code that waits for the answer.
    private readonly TaskCompletionSource<ImmutableArray<Verdict>> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ImmutableArray<PendingEvent> Events { get; init; } = [];

    public ImmutableArray<Milestone> Milestones { get; init; } = [];

    public ImmutableArray<Decision> Decisions { get; init; } = [];

    public int Count => Events.Length + Milestones.Length + Decisions.Length;

    public Task<ImmutableArray<Verdict>> Answer => _answer.Task;

    public void Acknowledge(ImmutableArray<Verdict> verdicts) => _answer.TrySetResult(verdicts);

    public void Refuse(Exception reason) => _answer.TrySetException(reason);
}
