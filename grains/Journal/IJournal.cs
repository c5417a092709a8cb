using System.Collections.Immutable;
using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Units;

namespace OpsBoard.Journal;

/// <summary>
/// The truth: every event once for ever, and the cells that follow from them, changed in the same transaction.
/// All grains are caches of it.
/// </summary>
public interface IJournal
{
    /// <summary>Why nothing is acknowledged at present: the journal stopped, or its disk is full. Null while all is well.</summary>
    string? Trouble => null;

    /// <summary>
    /// Stores events and answers once they are durable: one verdict for each, in order, <see cref="Verdict.Rejected"/> never among them.
    /// </summary>
    /// <exception cref="JournalUnavailableException">Nothing of the batch was acknowledged; sending the same again is safe.</exception>
    Task<ImmutableArray<Verdict>> Append(IReadOnlyList<ServiceEvent> events, CancellationToken cancellation = default);

    /// <summary>The same in the lane that is named; a journal without lanes takes all as they come.</summary>
    Task<ImmutableArray<Verdict>> Append(IReadOnlyList<ServiceEvent> events, Lane lane, CancellationToken cancellation) => Append(events, cancellation);

    /// <summary>
    /// The windows at or beneath the scope that ever reported, in path order, all at one instant of the journal.
    /// </summary>
    Task<ImmutableArray<WindowRecord>> ReadWindows(UnitPath scope, BusinessDay day, CancellationToken cancellation = default);

    /// <summary>The versions of the windows at or beneath the scope (all when null) that ever reported, in path order.</summary>
    Task<ImmutableArray<WindowVersion>> ReadVersions(UnitPath? scope, CancellationToken cancellation = default);

    /// <summary>
    /// The tallies of the windows at or beneath the scope, each summed over the days from <paramref name="first"/> to
    /// <paramref name="last"/> (both included), in path order. Counters of stocks are summed over their own span
    /// (<see cref="Counters.SpanOf"/>), up to <paramref name="last"/>.
    /// </summary>
    Task<ImmutableArray<WindowSum>> Sum(UnitPath scope, BusinessDay first, BusinessDay last, CancellationToken cancellation = default);

    /// <summary>
    /// What each business day from <paramref name="first"/> to <paramref name="last"/> added at or beneath the scope, for the days that have
    /// anything, in order. Here every counter is a change of the day, those of stocks too.
    /// </summary>
    Task<ImmutableArray<DaySum>> ReadDays(UnitPath scope, BusinessDay first, BusinessDay last, CancellationToken cancellation = default);

    /// <summary>The revisions of the days from <paramref name="first"/> to <paramref name="last"/> at or beneath the scope, by number.</summary>
    Task<ImmutableArray<Revision>> ReadRevisions(UnitPath scope, BusinessDay first, BusinessDay last, CancellationToken cancellation = default);

    /// <summary>The events behind a number, at one instant of the journal; with terms of the item catalogue those of the whole county decide.</summary>
    Task<EventListing> ReadEvents(EventQuestion question, CancellationToken cancellation = default);

    /// <summary>
    /// Lets a waiting revision into the figures, or keeps it out for good. Accepted: decided now. Duplicate: it was decided so before.
    /// Conflict: it was decided otherwise, or never had to wait. Rejected: there is no such revision.
    /// </summary>
    /// <exception cref="JournalUnavailableException">Nothing was decided; asking for the same again is safe.</exception>
    Task<Verdict> Decide(Decision decision, CancellationToken cancellation = default);

    /// <summary>
    /// Counts the events anew, at one instant of the journal, and compares with what is stored.
    /// </summary>
    /// <param name="scope">The windows to recount: those at or beneath this unit, or all when null.</param>
    /// <param name="day">One business day, or null for all.</param>
    /// <param name="progress">Told the number of events read so far.</param>
    Task<RecountResult> Recount(UnitPath? scope, BusinessDay? day, IProgress<long>? progress = null, CancellationToken cancellation = default);
}
