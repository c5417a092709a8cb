using Microsoft.Extensions.Options;
using OpsBoard.Journal;
using OpsBoard.Supervision;
using OpsBoard.Units;

namespace OpsBoard.Web.Supervision;

/// <summary>Reads the ledger of a scope, for page, API and CSV alike. Entries may be led from elsewhere, so all that are held are looked at.</summary>
internal sealed class LedgerReader(HeldLedger held, ITaskLedger ledger, IOptions<SupervisionOptions> options, TimeProvider clock)
{
    /// <param name="at">The ledger as it was known then; null: as it is now.</param>
    public async Task<LedgerReading> Read(UnitPath scope, DateTimeOffset? at, CancellationToken cancellation)
    {
        var image = await held.Read(cancellation);
        var standards = options.Value.Standards;
        return at is { } instant
            ? LedgerReading.Of(scope, image.In(scope, instant.ToUnixTimeMilliseconds()), instant, standards)
            : LedgerReading.Of(scope, image.In(scope), clock.GetUtcNow(), standards);
    }

    /// <summary>Whether any entry is kept, led or supported there: then there is something to show, whether or not the unit is registered or ever reported.</summary>
    public async Task<bool> Concerns(UnitPath scope, CancellationToken cancellation) => (await held.Read(cancellation)).In(scope).Any();

    /// <summary>The registered entry that came from each of these, the newest of several; what has none is left out.</summary>
    public async Task<IReadOnlyDictionary<TaskOrigin, TaskView>> From(IReadOnlyCollection<TaskOrigin> origins, CancellationToken cancellation)
    {
        var found = new Dictionary<TaskOrigin, TaskView>();
        if (origins.Count == 0) return found;
        var wanted = origins.ToHashSet();
        foreach (var province in wanted.Select(static origin => origin.Unit.Province).Distinct())
        {
            foreach (var each in (await ledger.ReadOrigins(province, cancellation)).Where(each => wanted.Contains(each.Origin)))
            {
                // What was told without right, or said otherwise later, came from nowhere.
                var view = TaskLedger.Of(each.Task, await ledger.ReadTask(each.Task, cancellation));
                if (view.Plan?.Origin == each.Origin && !(found.TryGetValue(each.Origin, out var other) && other.SinceMs >= view.SinceMs)) found[each.Origin] = view;
            }
        }

        return found;
    }
}
