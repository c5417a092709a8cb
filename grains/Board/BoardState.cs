using System.Collections.Immutable;
using OpsBoard.Units;

namespace OpsBoard.Board;

/// <summary>
/// The whole board of one unit at one version: its own figures, which are the sum of its children's, and theirs.
/// </summary>
/// <param name="Children">In roster order, then by path; never default. A window has none.</param>
[GenerateSerializer, Immutable, Alias("BoardState")]
public sealed record BoardState(
    [property: Id(0)] Contribution Own,
    [property: Id(1)] ImmutableArray<Contribution> Children)
{
    public UnitPath Unit => Own.Unit;

    public BusinessDay Day => Own.Cell.Day;

    public long Version => Own.Cell.Version;
}
