using OpsBoard.Counting;
using OpsBoard.Units;

namespace OpsBoard.Journal;

/// <summary>The tally of a window on a business day, as a transaction left it.</summary>
[GenerateSerializer, Immutable, Alias("CellChange")]
public readonly record struct CellChange([property: Id(0)] BusinessDay Day, [property: Id(1)] Tally Tally);
