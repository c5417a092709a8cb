using System.Collections.Immutable;

namespace OpsBoard.LoadTest;

/// <summary>A county as the roster knows it. Without a tile it is drawn apart, and then it reports nothing.</summary>
internal sealed record County(CountyFacts Facts, string Path, ImmutableArray<Department> Departments)
{
    public bool IsReporting => Facts.Tile is not null;
}
