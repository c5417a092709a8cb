using System.Collections.Immutable;

namespace OpsBoard.Indicators;

/// <summary>The indicators of this board, in the order of their file.</summary>
public sealed record Catalogue(ImmutableArray<Indicator> All)
{
    public Indicator? Find(string id) => All.FirstOrDefault(indicator => indicator.Id == id);
}
