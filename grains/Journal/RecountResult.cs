using System.Collections.Immutable;
using OpsBoard.Counting;
using OpsBoard.Units;

namespace OpsBoard.Journal;

/// <summary>What a recount found.</summary>
public sealed record RecountResult(long Events, long Cells, ImmutableArray<RecountDifference> Differences)
{
    public bool Equal => Differences.IsEmpty;
}
