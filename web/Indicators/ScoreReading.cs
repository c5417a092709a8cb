using System.Collections.Immutable;
using OpsBoard.Indicators;
using OpsBoard.Units;

namespace OpsBoard.Web.Indicators;

/// <summary>The scores of a scope's children, highest first: what page, API and CSV print.</summary>
internal sealed record ScoreReading(Assessment Assessment, UnitPath Scope, ScopeFigures Figures, ImmutableArray<Score> Scores)
{
    /// <summary>Shared by equal weighted scores: 1, 2, 2, 4; null for a unit of which nothing could be assessed.</summary>
    public int? RankOf(Score score) => score.Possible == Fraction.Zero ? null : 1 + Scores.Count(other => other.Possible != Fraction.Zero && other.Weighted > score.Weighted);
}
