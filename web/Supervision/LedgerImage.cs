using System.Collections.Immutable;
using OpsBoard.Supervision;
using OpsBoard.Units;

namespace OpsBoard.Web.Supervision;

/// <summary>All entries of all ledgers as they were at one reading of the journal.</summary>
/// <param name="Revision">Rises whenever an entry is another one; of this process alone.</param>
internal sealed record LedgerImage(long Revision, ImmutableDictionary<TaskId, TaskView> Entries)
{
    public static readonly LedgerImage Empty = new(0, ImmutableDictionary<TaskId, TaskView>.Empty);

    public long EventsOf(TaskId task) => Entries.GetValueOrDefault(task)?.Events ?? 0;

    /// <summary>Everything that was said, of entries, duties and surveys alike, in no particular order.</summary>
    public IEnumerable<TaskRecord> Records => Entries.Values.SelectMany(static view => view.Records);

    /// <summary>The registered entries whose ledger, lead or supporting unit lies at or beneath the scope, in no particular order.</summary>
    public IEnumerable<TaskView> In(UnitPath scope) => Entries.Values.Where(view => view.Plan is not null && view.Concerns(scope));

    /// <summary>The same as they were known at an instant.</summary>
    public IEnumerable<TaskView> In(UnitPath scope, long atMs) =>
        TaskLedger.Of(scope, Records.Where(record => record.ReceivedMs <= atMs && record.Event.OccurredMs <= atMs));

    public LedgerImage With(IEnumerable<TaskRecord> records) => new(
        Revision + 1,
        Entries.SetItems(records.GroupBy(static record => record.Event.Task).Select(static group => KeyValuePair.Create(group.Key, TaskLedger.Of(group.Key, group)))));
}
