using Microsoft.Extensions.Options;
using OpsBoard.Journal;
using OpsBoard.Supervision;
using OpsBoard.Units;

namespace OpsBoard.Web.Supervision;

/// <summary>Reads the ledger of a scope from the journal, for page, API and CSV alike. Entries may be led from elsewhere in the province, so all of it is read.</summary>
internal sealed class LedgerReader(ITaskLedger ledger, IOptions<SupervisionOptions> options, TimeProvider clock)
{
    /// <param name="at">The ledger as it was known then; null: as it is now.</param>
    public async Task<LedgerReading> Read(UnitPath scope, DateTimeOffset? at, CancellationToken cancellation)
    {
        var records = await ledger.ReadTasks(scope.Province, cancellation);
        if (at is not { } instant) return LedgerReading.Of(scope, records, clock.GetUtcNow(), options.Value.Standards);
        var atMs = instant.ToUnixTimeMilliseconds();
        return LedgerReading.Of(scope, records.Where(record => record.ReceivedMs <= atMs && record.Event.OccurredMs <= atMs), instant, options.Value.Standards);
    }

    /// <summary>The registered entry that came from each of these, the newest of several; what has none is left out.</summary>
    public async Task<IReadOnlyDictionary<TaskOrigin, TaskView>> From(IReadOnlyCollection<TaskOrigin> origins, CancellationToken cancellation)
    {
        var found = new Dictionary<TaskOrigin, TaskView>();
        if (origins.Count == 0) return found;
        var wanted = origins.ToHashSet();
        foreach (var each in (await ledger.ReadOrigins(origins.First().Unit.Province, cancellation)).Where(each => wanted.Contains(each.Origin)))
        {
            // What was told without right, or said otherwise later, came from nowhere.
            var view = TaskLedger.Of(each.Task, await ledger.ReadTask(each.Task, cancellation));
            if (view.Plan?.Origin == each.Origin && !(found.TryGetValue(each.Origin, out var other) && other.SinceMs >= view.SinceMs)) found[each.Origin] = view;
        }

        return found;
    }
}
