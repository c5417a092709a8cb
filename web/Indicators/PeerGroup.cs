using System.Collections.Immutable;
using OpsBoard.Indicators;
using OpsBoard.Units;

namespace OpsBoard.Web.Indicators;

/// <summary>Units that are ranked among themselves (同类组), as they stood in the period before and as they stand.</summary>
/// <param name="Uncorrected">As they stand without what changed days that were over.</param>
internal sealed record PeerGroup(string Name, Contest Before, ImmutableArray<UnitFigures> Uncorrected, Contest Now)
{
    public Ranking Ranking { get; } = Now.Ranking;

    public RankMovement MovementOf(UnitPath unit) => RankMovement.Of(unit, Before, Uncorrected, Now);
}
