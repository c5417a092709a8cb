using System.Collections.Concurrent;
using OpsBoard.Units;
using OpsBoard.Web.History;

namespace OpsBoard.Web.Screens.Units;

/// <summary>Days of a unit that are over. They change by revisions only, so all viewers share a reading for a minute.</summary>
internal sealed class DayReadings(HistoryReader history, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<(UnitPath Unit, BusinessDay First, BusinessDay Last), Reading> _newest = new();

    public async Task<IReadOnlyList<HistoryDay>> Of(UnitPath unit, BusinessDay first, BusinessDay last, CancellationToken cancellation)
    {
        Forget();
        if (_newest.TryGetValue((unit, first, last), out var known)) return known.Days;
        var days = await history.Read(unit, first, last, cancellation);
        _newest[(unit, first, last)] = new Reading(clock.GetTimestamp(), days);
        return days;
    }

    private void Forget()
    {
        foreach (var (asked, reading) in _newest)
        {
            if (clock.GetElapsedTime(reading.Stamp) > Kept) _newest.TryRemove(KeyValuePair.Create(asked, reading));
        }
    }

    private sealed record Reading(long Stamp, IReadOnlyList<HistoryDay> Days);
}
