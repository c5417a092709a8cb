using System.Collections.Immutable;
using OpsBoard.Events;
using OpsBoard.Units;

namespace OpsBoard.Counting;

/// <summary>
/// A ticket is issued once, on the day of its first issue, and called once, on the day of its last call: a repeated call replaces
/// the former. It waits until it is called, served, abandoned or transferred away.
/// </summary>
internal static class TicketRule
{
    public static Effect EffectOf(string id, IReadOnlyList<Occurrence> events)
    {
        var issued = events.FirstOrDefault(static e => e.Kind == EventKind.TicketIssued);
        var called = events.LastOrDefault(static e => e.Kind == EventKind.TicketCalled);
        var abandoned = events.LastOrDefault(static e => e.Kind == EventKind.TicketAbandoned);
        var started = events.LastOrDefault(static e => e.Kind == EventKind.ServiceStarted);
        var ended = events.LastOrDefault(static e => e.Kind == EventKind.ServiceEnded);
        var marks = ImmutableArray.CreateBuilder<Mark>();
        if (issued is not null) marks.Add(Mark.Of(issued.AtMs, Counter.Issued));
        if (called is not null) marks.Add(Mark.Of(called.AtMs, Counter.Called));
        if (abandoned is not null) marks.Add(Mark.Of(abandoned.AtMs, Counter.Abandoned));
        if (issued is not null && called is not null)
            marks.Add(new Mark(BusinessDay.Of(called.AtMs), Slot.OfWait(called.AtMs - issued.AtMs)));
        if (started is not null && ended is not null)
            marks.Add(new Mark(BusinessDay.Of(ended.AtMs), Slot.OfHandling(ended.AtMs - started.AtMs)));
        var waits = issued is not null && events.All(static e => e.Kind == EventKind.TicketIssued);
        return new Effect(marks.ToImmutable(), waits ? new OpenSubject(SubjectKind.Ticket, id, issued!.AtMs) : null);
    }
}
