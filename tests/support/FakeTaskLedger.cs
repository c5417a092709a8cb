using System.Collections.Immutable;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Supervision;
using OpsBoard.Units;

namespace OpsBoard.Testing;

/// <summary>A ledger in memory that keeps the contract: an identity once, and a version that is compared when an act is stored.</summary>
internal sealed class FakeTaskLedger(TimeProvider clock) : ITaskLedger
{
    private readonly Lock _gate = new();
    private readonly List<TaskRecord> _records = [];

    /// <summary>Runs once before the next act is compared: what somebody else wrote meanwhile.</summary>
    public Action? Meanwhile { get; set; }

    /// <summary>Every write fails while it is true; nothing is stored.</summary>
    public bool IsAway { get; set; }

    /// <summary>Readings of single entries, and of everything.</summary>
    public (int Entries, int Everything) Reads { get; private set; }

    public IReadOnlyList<TaskRecord> Records
    {
        get
        {
            lock (_gate) return [.. _records];
        }
    }

    public void Add(params IEnumerable<TaskEvent> events)
    {
        foreach (var each in events) Store(each);
    }

    public Task<ImmutableArray<Verdict>> AppendTasks(IReadOnlyList<TaskEvent> events, CancellationToken cancellation = default) =>
        IsAway ? throw new JournalUnavailableException("The journal takes nothing.") : Task.FromResult<ImmutableArray<Verdict>>([.. events.Select(Store)]);

    public Task<Verdict> AppendTask(TaskEvent act, long version, CancellationToken cancellation = default)
    {
        var meanwhile = Meanwhile;
        Meanwhile = null;
        meanwhile?.Invoke();
        lock (_gate) return Task.FromResult(_records.Count(record => record.Event.Task == act.Task) == version ? Store(act) : Verdict.Conflict);
    }

    public Task<ImmutableArray<TaskRecord>> ReadTask(TaskId task, CancellationToken cancellation = default)
    {
        Reads = Reads with { Entries = Reads.Entries + 1 };
        return Task.FromResult<ImmutableArray<TaskRecord>>([.. Records.Where(record => record.Event.Task == task)]);
    }

    public Task<ImmutableArray<CountedTask>> CountTasks(CancellationToken cancellation = default) =>
        Task.FromResult<ImmutableArray<CountedTask>>([.. Records.CountBy(static record => record.Event.Task).Select(static each => new CountedTask(each.Key, each.Value))]);

    public Task<ImmutableArray<TaskRecord>> ReadTasks(UnitPath? province, CancellationToken cancellation = default)
    {
        Reads = Reads with { Everything = Reads.Everything + 1 };
        return Task.FromResult<ImmutableArray<TaskRecord>>([.. Records]);
    }

    public Task<ImmutableArray<OriginatedTask>> ReadOrigins(UnitPath? province, CancellationToken cancellation = default) => Task.FromResult(ImmutableArray<OriginatedTask>.Empty);

    private Verdict Store(TaskEvent told)
    {
        lock (_gate)
        {
            if (_records.Find(record => record.Event.Source == told.Source && record.Event.Id == told.Id) is { } known)
                return TaskFactsJson.Write(known.Event.Facts).AsSpan().SequenceEqual(TaskFactsJson.Write(told.Facts)) && known.Event.OccurredMs == told.OccurredMs ? Verdict.Duplicate : Verdict.Conflict;
            _records.Add(new TaskRecord(told, clock.GetUtcNow().ToUnixTimeMilliseconds()));
            return Verdict.Accepted;
        }
    }
}
