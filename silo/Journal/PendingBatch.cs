using System.Collections.Immutable;
using System.Diagnostics;
using OpsBoard.Events;
using OpsBoard.Indicators.Milestones;
using OpsBoard.Journal;

namespace OpsBoard.Silo.Journal;

/// <summary>What one request brings on its way to a commit, events, milestones, decisions, tokens or acts of the ledger, and the answer that somebody waits for.</summary>
internal sealed class PendingBatch
{
    // The writer's thread must not run the code that waits for the answer.
    private readonly TaskCompletionSource<ImmutableArray<Verdict>> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // Objects and references that the content does not show, rather too much than too little.
    private const int Overhead = 512;
    private const int Declaration = 1024;
    private const int Version = 64;

    /// <summary>The activity of the request that waits for the answer.</summary>
    public ActivityContext Asked { get; } = Activity.Current?.Context ?? default;

    public Lane Lane { get; init; }

    public ImmutableArray<PendingEvent> Events { get; init; } = [];

    public ImmutableArray<Milestone> Milestones { get; init; } = [];

    public ImmutableArray<Decision> Decisions { get; init; } = [];

    public ImmutableArray<PendingToken> Tokens { get; init; } = [];

    public ImmutableArray<PendingTask> Tasks { get; init; } = [];

    public int Count => Events.Length + Milestones.Length + Decisions.Length + Tokens.Length + Tasks.Length;

    /// <summary>What it takes of the memory, estimated from its content.</summary>
    public long Bytes => Events.Sum(static pending => BytesOf(pending)) + (Declaration * (long)(Milestones.Length + Decisions.Length)) + Tokens.Sum(static pending => Overhead + (Version * (long)pending.Token.Versions.Length)) + Tasks.Sum(static pending => Overhead + (3L * pending.Body.Length));

    public Task<ImmutableArray<Verdict>> Answer => _answer.Task;

    public void Acknowledge(ImmutableArray<Verdict> verdicts) => _answer.TrySetResult(verdicts);

    public void Refuse(Exception reason) => _answer.TrySetException(reason);

    // The facts stand twice: as the body that is stored, and as strings of two bytes a letter.
    private static long BytesOf(PendingEvent pending) => Overhead + (2L * (pending.Fact.Source.Length + pending.Fact.Id.Length)) + (3L * pending.Body.Length);
}
