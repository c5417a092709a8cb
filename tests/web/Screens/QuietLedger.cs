using System.Collections.Immutable;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Supervision;
using OpsBoard.Units;

namespace OpsBoard.Web.Screens;

/// <summary>A ledger in which nobody has written.</summary>
internal sealed class QuietLedger : ITaskLedger
{
    public Task<ImmutableArray<Verdict>> AppendTasks(IReadOnlyList<TaskEvent> events, CancellationToken cancellation = default) => throw new NotSupportedException();

    public Task<Verdict> AppendTask(TaskEvent act, long version, CancellationToken cancellation = default) => throw new NotSupportedException();

    public Task<ImmutableArray<TaskRecord>> ReadTask(TaskId task, CancellationToken cancellation = default) => Nothing<TaskRecord>();

    public Task<ImmutableArray<CountedTask>> CountTasks(CancellationToken cancellation = default) => Nothing<CountedTask>();

    public Task<ImmutableArray<TaskRecord>> ReadTasks(UnitPath? province, CancellationToken cancellation = default) => Nothing<TaskRecord>();

    public Task<ImmutableArray<OriginatedTask>> ReadOrigins(UnitPath? province, CancellationToken cancellation = default) => Nothing<OriginatedTask>();

    private static Task<ImmutableArray<T>> Nothing<T>() => Task.FromResult(ImmutableArray<T>.Empty);
}
