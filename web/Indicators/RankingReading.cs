using System.Collections.Immutable;
using OpsBoard.Units;

namespace OpsBoard.Web.Indicators;

/// <summary>The children of a scope in their order by an indicator, each peer group apart: what page, API and CSV print.</summary>
/// <param name="Before">The days that the movements start from.</param>
/// <param name="WithoutGroup">Units of no peer group; they are not ranked. Never default.</param>
internal sealed record RankingReading(
    IndicatorQuestion Question,
    ScopeFigures Figures,
    (BusinessDay First, BusinessDay Last) Before,
    ImmutableArray<PeerGroup> Groups,
    ImmutableArray<UnitPath> WithoutGroup);
