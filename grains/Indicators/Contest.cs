using System.Collections.Immutable;
using OpsBoard.Units;

namespace OpsBoard.Indicators;

/// <summary>A peer group at one time, and the definition by which it is ranked.</summary>
public sealed record Contest(Indicator Indicator, ImmutableArray<UnitFigures> Peers)
{
    public Ranking Ranking => Ranking.Of(Indicator, Peers);

    public UnitFigures? Find(UnitPath unit) => Peers.FirstOrDefault(peer => peer.Unit == unit);

    /// <summary>The same with one unit's figures exchanged; as it is when there are none to exchange.</summary>
    public Contest With(UnitFigures? figures) =>
        figures is null ? this : this with { Peers = [.. Peers.Where(peer => peer.Unit != figures.Unit), figures] };
}
