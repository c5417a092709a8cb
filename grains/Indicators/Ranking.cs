using System.Collections.Immutable;
using OpsBoard.Units;

namespace OpsBoard.Indicators;

/// <summary>The units of one peer group in the order of an indicator (赛马), compared as exact fractions.</summary>
/// <param name="Places">Best first, then by path; a neutral indicator's highest first.</param>
/// <param name="Apart">By path.</param>
public sealed record Ranking(Indicator Indicator, ImmutableArray<Place> Places, ImmutableArray<Unplaced> Apart)
{
    public static Ranking Of(Indicator indicator, IEnumerable<UnitFigures> peers)
    {
        var values = peers.Select(peer => Evaluation.Of(indicator, peer)).OrderBy(static value => value.Unit, UnitPath.InOrder).ToList();
        var worst = indicator.Direction == Direction.Down ? 1 : -1;
        var ranked = values.Where(static value => ReasonOf(value) is null).OrderBy(value => value.Value!.Value * worst).ToList();
        var brackets = BracketsOf(ranked);
        return new(
            indicator,
            [.. ranked.Select((value, position) => new Place(1 + ranked.FindIndex(other => other.Value == value.Value), value, brackets[position]))],
            [.. values.Where(static value => ReasonOf(value) is not null).Select(static value => new Unplaced(value, ReasonOf(value)!.Value))]);
    }

    public int? RankOf(UnitPath unit) => Places.FirstOrDefault(place => place.Value.Unit == unit)?.Rank;

    private static NoPlace? ReasonOf(IndicatorValue value) => value.State switch
    {
        IndicatorState.NotApplicable => NoPlace.NotApplicable,
        IndicatorState.NotReporting => NoPlace.NotReporting,
        IndicatorState.NoData => NoPlace.NoData,
        IndicatorState.Stale => NoPlace.Stale,
        _ => value.Volume < value.Indicator.MinimumVolume ? NoPlace.TooFewCases : null,
    };

    // From the best place on, a bracket takes in the next one as long as all in it overlap each other.
    private static int?[] BracketsOf(List<IndicatorValue> ranked)
    {
        var brackets = new int?[ranked.Count];
        var (first, common) = (0, (Interval?)null);
        for (var i = 0; i < ranked.Count; i++)
        {
            var own = Interval.Of(ranked[i]);
            var both = Overlap(common, own);
            (first, common) = both is null ? (i, own) : (first, both);
            if (first < i) brackets[first] = brackets[i] = first + 1;
        }

        return brackets;
    }

    private static Interval? Overlap(Interval? left, Interval? right)
    {
        if (left is not { } a || right is not { } b) return null;
        var both = new Interval(Math.Max(a.Low, b.Low), Math.Min(a.High, b.High));
        return both.Low <= both.High ? both : null;
    }
}
