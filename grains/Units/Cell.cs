using OpsBoard.Counting;

namespace OpsBoard.Units;

/// <summary>
/// The tally of one unit for one business day. A window's version is that of its journal row; above the windows it is the sum of
/// the windows' versions beneath, so it rises with each change, names what was counted, and survives every restart.
/// </summary>
[GenerateSerializer, Immutable, Alias("Cell")]
public sealed record Cell(
    [property: Id(0)] UnitPath Unit,
    [property: Id(1)] BusinessDay Day,
    [property: Id(2)] long Version,
    [property: Id(3)] Tally Tally);
