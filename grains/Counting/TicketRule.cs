using OpsBoard.Events;
using OpsBoard.Units;

namespace OpsBoard.Counting;

/// <summary>
/// A ticket is issued once, on the day of its first issue, and called once, on the day of its last call: a repeated call replaces
/// the former. It waits until it is called, served, abandoned or transferred away.
/// </summary>
internal static class TicketRule
{
    public static void Fold(string id, ReadOnlySpan<Occurrence> events, Effect effect)
    {
        var issued = events.FirstOf(EventKind.TicketIssued);
        var called = events.LastOf(EventKind.TicketCalled);
        if (issued is not null) effect.Add(issued, Counter.Issued);
        if (called is not null) effect.Add(called, Counter.Called);
        if (events.LastOf(EventKind.TicketAbandoned) is { } abandoned) effect.Add(abandoned, Counter.Abandoned);
        if (events.LastOf(EventKind.TicketTransferred) is { } transferred) effect.Add(transferred, Counter.Transferred);
        if (issued is not null && called is not null)
            effect.Add(called, new Mark(BusinessDay.Of(called.AtMs), Slot.OfWait(called.AtMs - issued.AtMs)));
        if (events.LastOf(EventKind.ServiceStarted) is { } started && events.LastOf(EventKind.ServiceEnded) is { } ended)
            effect.Add(ended, new Mark(BusinessDay.Of(ended.AtMs), Slot.OfHandling(ended.AtMs - started.AtMs)));
        if (issued is not null && IsOnlyIssued(events)) effect.Wait(issued, new OpenSubject(SubjectKind.Ticket, id, issued.AtMs));
    }

    private static bool IsOnlyIssued(ReadOnlySpan<Occurrence> events)
    {
        foreach (var occurrence in events)
        {
            if (occurrence.Kind != EventKind.TicketIssued) return false;
        }

        return true;
    }
}
