using System.Collections.Immutable;
using OpsBoard.Units;

namespace OpsBoard.Indicators;

/// <summary>
/// Why a unit's rank moved. What made the difference is exchanged step by step, in this order: the unit's own figures, those of the
/// others, the definition, the corrections; each step is what it moved the rank by, so the parts add up to the movement.
/// </summary>
/// <param name="Before">Null when the unit was not ranked then; without both ranks there is no movement and all parts are 0.</param>
/// <param name="Own">本单位变化, in places; above 0 is toward the first.</param>
/// <param name="Others">他单位变化</param>
/// <param name="Definition">口径变化</param>
/// <param name="Corrections">更正</param>
/// <param name="Changes">The unit's own quantities that are not what they were, in the order of the definition.</param>
public sealed record RankMovement(
    UnitPath Unit,
    int? Before,
    int? Now,
    int Own,
    int Others,
    int Definition,
    int Corrections,
    ImmutableArray<QuantityChange> Changes)
{
    public int? Places => Before - Now;

    /// <param name="uncorrected">The present figures without the corrections of days that were sealed.</param>
    public static RankMovement Of(UnitPath unit, Contest former, ImmutableArray<UnitFigures> uncorrected, Contest present)
    {
        var counted = new Contest(former.Indicator, uncorrected);
        var (before, now) = (former.Ranking.RankOf(unit), present.Ranking.RankOf(unit));
        var changes = ChangesOf(former.Find(unit), present.Find(unit), present.Indicator);
        if (before is not { } first || now is not { } last) return new(unit, before, now, 0, 0, 0, 0, changes);

        // A unit that has no rank in between stays where it was, and the next step accounts for it.
        var afterOwn = former.With(counted.Find(unit)).Ranking.RankOf(unit) ?? first;
        var afterOthers = counted.Ranking.RankOf(unit) ?? afterOwn;
        var afterDefinition = (counted with { Indicator = present.Indicator }).Ranking.RankOf(unit) ?? afterOthers;
        return new(unit, before, now, first - afterOwn, afterOwn - afterOthers, afterOthers - afterDefinition, afterDefinition - last, changes);
    }

    private static ImmutableArray<QuantityChange> ChangesOf(UnitFigures? before, UnitFigures? now, Indicator indicator)
    {
        if (before is null || now is null) return [];
        return
        [
            .. indicator.Quantities
                .Select(quantity => new QuantityChange(quantity, quantity.Read(now.Measures) - quantity.Read(before.Measures)))
                .Where(static change => change.By != 0),
        ];
    }
}
