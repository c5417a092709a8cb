using OpsBoard.Board;
using OpsBoard.Indicators;
using OpsBoard.Units;

namespace OpsBoard.Web.Indicators;

/// <summary>Scores the children of a scope for page, API and CSV alike.</summary>
internal sealed class ScoreReader(ScopeReader scopes, Roster roster, TimeProvider clock)
{
    /// <param name="period">A text of <see cref="CycleSpan"/>; null: the cycle that today is in.</param>
    /// <returns>The days of the period; null when the text is not of the cycle's form or the time has not begun.</returns>
    public (BusinessDay First, BusinessDay Last)? DaysOf(Assessment assessment, string? period) =>
        CycleSpan.Days(assessment.Cycle, period, BusinessDay.Of(clock.GetUtcNow()));

    /// <returns>Null when the scope is unknown.</returns>
    public async ValueTask<ScoreReading?> Read(Assessment assessment, UnitPath scope, (BusinessDay First, BusinessDay Last) days, CancellationToken cancellation)
    {
        if (await scopes.Of(scope, $"{days.First}..{days.Last}", cancellation) is not { } figures) return null;
        var scores = figures.Children
            // What was counted over the cycle is assessed; how a unit reports at this minute takes no points from it.
            .Select(child => assessment.ScoreOf(child with { Freshness = FreshnessState.Live }, roster.Find(child.Unit)?.PeerGroup))
            .OfType<Score>()
            .OrderByDescending(static score => score.Weighted)
            .ThenBy(static score => score.Unit, UnitPath.InOrder);
        return new ScoreReading(assessment, scope, figures, [.. scores]);
    }
}
