using System.Collections.Immutable;
using OpsBoard.Units;

namespace OpsBoard.Indicators;

/// <summary>
/// A monthly, quarterly or yearly assessment (月度考核, 季度监测, 年度考核). Each component gives min(1, value ÷ target) × weight, where down
/// is good min(1, target ÷ value) × weight. A component without data gives nothing and asks nothing: its weight is neither lost nor
/// handed to others, and both the points and the possible points are shown. The weighted score is the points times the coefficient.
/// </summary>
/// <param name="Cycle">month, quarter or year.</param>
public sealed record Assessment(
    string Id,
    Wording Name,
    IndicatorPeriod Cycle,
    string Document,
    ImmutableArray<AssessedGroup> Groups,
    ImmutableArray<Coefficient> Coefficients)
{
    /// <returns>Null when the assessment has nothing for the peer group.</returns>
    public Score? ScoreOf(UnitFigures figures, string? peerGroup)
    {
        var group = Groups.FirstOrDefault(group => group.PeerGroup is not null && group.PeerGroup == peerGroup)
            ?? Groups.FirstOrDefault(static group => group.PeerGroup is null);
        if (group is null) return null;
        var coefficient = Coefficients.FirstOrDefault(coefficient => coefficient.Unit == figures.Unit)
            ?? Coefficients.FirstOrDefault(coefficient => coefficient.Unit is null && coefficient.PeerGroup == peerGroup);
        return new(figures.Unit, [.. group.Components.Select(component => component.ScoreOf(figures))], coefficient);
    }
}
