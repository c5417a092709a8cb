using OpsBoard.Counting;
using OpsBoard.Events;

namespace OpsBoard.Simulation;

/// <summary>
/// Four plain counts of one window in arithmetic of its own, which shares nothing with the product: tickets issued and cases accepted on
/// the day of the first such event, cases completed and withdrawn on that of the last end.
/// </summary>
internal static class Ledger
{
    public static Dictionary<(long Day, Counter Counter), long> Of(IEnumerable<ServiceEvent> events)
    {
        var all = events.ToList();
        var standing = all.Where(fact => fact.Kind != EventKind.Correction && !IsTakenOut(fact, all)).ToList();
        var sums = new Dictionary<(long, Counter), long>();
        foreach (var ticket in standing.Where(static fact => fact.Kind == EventKind.TicketIssued).GroupBy(static fact => fact.Facts.Ticket)) Add(sums, ticket.Min(static fact => fact.OccurredMs), Counter.Issued);
        foreach (var accepted in standing.Where(static fact => fact.Kind == EventKind.CaseAccepted).GroupBy(static fact => fact.Facts.Case)) Add(sums, accepted.Min(static fact => fact.OccurredMs), Counter.Accepted);
        foreach (var ends in standing.Where(static fact => fact.Kind is EventKind.CaseCompleted or EventKind.CaseWithdrawn).GroupBy(static fact => fact.Facts.Case))
        {
            var last = ends.OrderBy(static fact => fact.OccurredMs).ThenBy(static fact => fact.Source, StringComparer.Ordinal).ThenBy(static fact => fact.Id, StringComparer.Ordinal).Last();
            Add(sums, last.OccurredMs, last.Kind == EventKind.CaseCompleted ? Counter.Completed : Counter.Withdrawn);
        }

        return sums;
    }

    private static bool IsTakenOut(ServiceEvent fact, List<ServiceEvent> all)
    {
        ServiceEvent? winner = null;
        foreach (var other in all)
        {
            if (other.Kind != EventKind.Correction || other.Source != fact.Source || other.Facts.Target != fact.Id) continue;
            if (winner is null || (other.Facts.Revision ?? 0).CompareTo(winner.Facts.Revision ?? 0) is var by && (by > 0 || (by == 0 && string.CompareOrdinal(other.Id, winner.Id) > 0))) winner = other;
        }

        return winner is { Facts.Data: null };
    }

    // The province's day, in hours east of Greenwich and milliseconds a day.
    private static void Add(Dictionary<(long, Counter), long> sums, long unixMs, Counter counter)
    {
        var key = ((long)Math.Floor((unixMs + (8 * 3600 * 1000)) / 86400000.0), counter);
        sums[key] = sums.GetValueOrDefault(key) + 1;
    }
}
