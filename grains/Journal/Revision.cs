using System.Collections.Immutable;
using OpsBoard.Counting;
using OpsBoard.Units;

namespace OpsBoard.Journal;

/// <summary>A past day of a window was changed by an event that came late, or by a correction.</summary>
/// <param name="Number">Rises with each revision of the journal.</param>
/// <param name="Source">With <paramref name="EventId"/> the event that caused it.</param>
/// <param name="AtMs">When the event was received, in unix milliseconds.</param>
/// <param name="Changes">What is added to the day's tally.</param>
/// <param name="DecidedMs">When it was approved or refused; null before, and where no approval is needed.</param>
/// <param name="DecidedBy">The office or person in charge who decided.</param>
public sealed record Revision(
    long Number,
    UnitPath Window,
    BusinessDay Day,
    string Source,
    string EventId,
    long AtMs,
    RevisionState State,
    ImmutableArray<Mark> Changes,
    long? DecidedMs,
    string? DecidedBy);
