using System.Collections.Immutable;
using OpsBoard.Events;
using OpsBoard.Supervision;
using OpsBoard.Units;

namespace OpsBoard.Journal;

/// <summary>The events of the ledger of supervision (督办台账), kept beside those of the windows and as durable as they are.</summary>
public interface ITaskLedger
{
    /// <summary>
    /// Stores events and answers once they are durable: one verdict for each, in order. Of one identity (source, id) the first stays: the same again
    /// is a duplicate, anything else a conflict. What they make of their entry is not judged here.
    /// </summary>
    /// <exception cref="JournalUnavailableException">Nothing of the batch was acknowledged; sending the same again is safe.</exception>
    Task<ImmutableArray<Verdict>> AppendTasks(IReadOnlyList<TaskEvent> events, CancellationToken cancellation = default);

    /// <summary>The same for one act of somebody who has seen its entry.</summary>
    /// <param name="version">The number of events that the entry had then.</param>
    /// <returns>Conflict too when somebody else was first: the entry has more events by now.</returns>
    /// <exception cref="JournalUnavailableException">It was not stored.</exception>
    Task<Verdict> AppendTask(TaskEvent act, long version, CancellationToken cancellation = default);

    /// <summary>All events of one entry, in no particular order.</summary>
    Task<ImmutableArray<TaskRecord>> ReadTask(TaskId task, CancellationToken cancellation = default);

    /// <summary>
    /// How many events each entry of all ledgers has, in no particular order. Events are never changed nor taken away, so an entry with as many as before is the
    /// same as before; whoever holds entries asks this and not for the events.
    /// </summary>
    Task<ImmutableArray<CountedTask>> CountTasks(CancellationToken cancellation = default);

    /// <summary>All events of the ledgers of a province (of all when null), in no particular order.</summary>
    Task<ImmutableArray<TaskRecord>> ReadTasks(UnitPath? province, CancellationToken cancellation = default);

    /// <summary>The entries of the ledgers of a province (of all when null) that name an origin, each origin of an entry once, in no particular order.</summary>
    Task<ImmutableArray<OriginatedTask>> ReadOrigins(UnitPath? province, CancellationToken cancellation = default);
}
