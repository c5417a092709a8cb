using System.Collections.Immutable;

namespace OpsBoard.LoadTest;

/// <summary>All that a mode found.</summary>
internal sealed record LoadResult(ImmutableArray<ResultLine> Lines, ImmutableArray<LoadVerdict> Verdicts, ImmutableArray<Chart> Charts)
{
    /// <summary>Events a second as a share of the floor's, one for each repetition; empty where the floor was not asked for.</summary>
    public ImmutableArray<(Numbering Numbering, ImmutableArray<double> Ratios)> RatioToFloor { get; init; } = [];

    /// <summary>How many times the events a second of each peer, one for each repetition; empty where no peer was measured.</summary>
    public ImmutableArray<(string Peer, ImmutableArray<double> Ratios)> RatioToPeers { get; init; } = [];

    /// <summary>How the processes were kept on their cores.</summary>
    public required CorePlan Cores { get; init; }

    /// <summary>False when something sent is not counted, or a viewer was told wrongly.</summary>
    public bool IsWell => Verdicts.All(static verdict => verdict.Holds || !verdict.IsRequired);
}
