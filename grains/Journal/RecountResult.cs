using System.Collections.Immutable;

namespace OpsBoard.Journal;

/// <summary>What a recount found.</summary>
/// <param name="Events">Events read.</param>
/// <param name="Cells">Cells (window and business day) compared.</param>
public sealed record RecountResult(long Events, long Cells, ImmutableArray<RecountDifference> Differences)
{
    public bool Equal => Differences.IsEmpty;
}
