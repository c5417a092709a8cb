using System.Collections.Immutable;
using OpsBoard.Indicators;
using OpsBoard.Units;
using OpsBoard.Web.Board;

namespace OpsBoard.Web.Indicators;

/// <summary>Ranks the children of a scope for page, API and CSV alike, and reads the period before, from which they moved.</summary>
internal sealed class RankingReader(ScopeReader scopes, Roster roster)
{
    /// <returns>Null when the scope or the period is unknown.</returns>
    public async ValueTask<RankingReading?> Read(IndicatorQuestion question, CancellationToken cancellation)
    {
        if (await scopes.Of(question.Scope, question.Period, cancellation) is not { } now) return null;
        var days = Before(question.Period, now);
        var before = await scopes.Of(question.Scope, $"{days.First}..{days.Last}", cancellation);
        var uncorrected = await scopes.Uncorrected(question.Scope, now, cancellation);
        return new RankingReading(
            question,
            now,
            days,
            GroupsOf(question.Indicator, now, uncorrected, before),
            [.. now.Children.Select(static unit => unit.Unit).Where(unit => GroupOf(unit) is null)]);
    }

    // The period that ends the day before this one begins; before a span of days, one as long.
    private static (BusinessDay First, BusinessDay Last) Before(string period, ScopeFigures now)
    {
        var last = now.First.Previous;
        return Period.IsSpan(period) ? (new BusinessDay(now.First.Number - (now.Last.Number - now.First.Number + 1)), last) : Period.Days(period, last)!.Value;
    }

    private ImmutableArray<PeerGroup> GroupsOf(Indicator indicator, ScopeFigures now, ImmutableArray<UnitFigures> uncorrected, ScopeFigures? before) =>
    [
        .. now.Children
            .GroupBy(unit => GroupOf(unit.Unit))
            .Where(static group => group.Key is not null)
            .Select(group => new PeerGroup(
                group.Key!,
                new Contest(indicator, [.. before?.Children.Where(unit => GroupOf(unit.Unit) == group.Key) ?? []]),
                [.. uncorrected.Where(unit => GroupOf(unit.Unit) == group.Key)],
                new Contest(indicator, [.. group]))),
    ];

    private string? GroupOf(UnitPath unit) => roster.Find(unit)?.PeerGroup;
}
