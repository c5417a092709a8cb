using System.Collections.Immutable;
using OpsBoard.Counting;
using OpsBoard.Units;

namespace OpsBoard.Journal;

/// <summary>
/// What one transaction made of a window: who holds the version before knows the window at this one without reading it again.
/// </summary>
/// <param name="Version">One more than the version before; a transaction raises it once.</param>
/// <param name="LastEventMs">When the newest event happened, in unix milliseconds.</param>
/// <param name="Cells">The cells that were changed, whole.</param>
/// <param name="Open">The subjects whose waiting was changed, each once.</param>
/// <param name="IsWhole">False when it changed the item catalogue, which no cell holds alone: then the window has to be read.</param>
[GenerateSerializer, Immutable, Alias("WindowChange")]
public sealed record WindowChange(
    [property: Id(0)] UnitPath Window,
    [property: Id(1)] long Version,
    [property: Id(2)] long LastEventMs,
    [property: Id(3)] ImmutableArray<CellChange> Cells,
    [property: Id(4)] ImmutableArray<OpenChange> Open,
    [property: Id(5)] bool IsWhole);
