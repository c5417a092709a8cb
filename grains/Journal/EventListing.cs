using System.Collections.Immutable;

namespace OpsBoard.Journal;

/// <summary>The events behind a number, all read at one instant of the journal.</summary>
/// <param name="Count">The number itself: the sum of <see cref="EventRow.Times"/> over all rows, those that were cut off too.</param>
/// <param name="Total">How many rows there are, with those that do not count.</param>
/// <param name="Version">The sum of the versions of the scope's windows; a board of the same version shows this number.</param>
/// <param name="Rows">By time, ties by identity; a part of them when not all were asked for.</param>
public sealed record EventListing(long Count, long Total, long Version, ImmutableArray<EventRow> Rows);
