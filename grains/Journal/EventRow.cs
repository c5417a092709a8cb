using OpsBoard.Events;
using OpsBoard.Units;

namespace OpsBoard.Journal;

/// <summary>One event behind a number, without anything that it says: neither its subject nor its text.</summary>
/// <param name="OccurredMs">In unix milliseconds, as <paramref name="ReceivedMs"/>.</param>
/// <param name="Times">What it adds to the number: 1, or 0 where it does not count; -1 where it takes away, 2 where it stands in two parts of a sum.</param>
public sealed record EventRow(
    UnitPath Window,
    string Source,
    string Id,
    EventKind Kind,
    long OccurredMs,
    long ReceivedMs,
    EventStanding Standing,
    EventReason Reason,
    int Times);
