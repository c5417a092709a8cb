using System.Collections.Immutable;
using OpsBoard.Units;

namespace OpsBoard.Indicators;

/// <summary>
/// Which children hold a parent back (短板): by their effect on the parent, not by their own value. The parent's value is the sum of
/// its children, so the shares of all of them, those apart included, add up to its gap to the target.
/// </summary>
/// <param name="Gap">The parent's value minus the target; null without either.</param>
/// <param name="Children">Those with a usable value, most harmful first, then by path.</param>
/// <param name="Apart">Those without: their counts are part of the parent, their value is not to be judged. By path.</param>
public sealed record Lagging(
    Indicator Indicator,
    Target? Target,
    long Numerator,
    long Denominator,
    Fraction? Value,
    Fraction? Gap,
    ImmutableArray<Drag> Children,
    ImmutableArray<Drag> Apart)
{
    /// <exception cref="ArgumentException">The indicator is a count: without a denominator there is no effect.</exception>
    public static Lagging Of(Indicator indicator, Target? target, IEnumerable<UnitFigures> children)
    {
        if (!indicator.IsRate) throw new ArgumentException($"{indicator.Id} is a count: only a rate has units that lag.", nameof(indicator));
        var values = children.Select(child => Evaluation.Of(indicator, child)).OrderBy(static value => value.Unit, UnitPath.InOrder).ToList();
        var (numerator, denominator) = (values.Sum(static value => value.Numerator), values.Sum(static value => value.Denominator!.Value));
        var parent = Rate(numerator, denominator);
        var drags = values.Select(value => DragOf(value, target, numerator, denominator)).ToList();
        var harm = indicator.Direction == Direction.Down ? -1 : 1;
        return new(
            indicator,
            target,
            numerator,
            denominator,
            parent,
            parent - target?.Value,
            [.. drags.Where(static drag => IsUsable(drag.Value)).OrderBy(drag => (drag.Effect ?? Fraction.Zero) * harm)],
            [.. drags.Where(static drag => !IsUsable(drag.Value))]);
    }

    private static Drag DragOf(IndicatorValue child, Target? target, long numerator, long denominator)
    {
        var (own, its) = (child.Numerator, child.Denominator!.Value);
        var effect = Rate(numerator, denominator) - Rate(numerator - own, denominator - its);
        if (target is null || denominator <= 0) return new(child, effect, null, null);
        var missing = (target.Value * its) - own;
        return new(child, effect, -missing / denominator, NeededOf(missing, target.Comparison));
    }

    private static long NeededOf(Fraction missing, Comparison comparison) => Math.Max(0, comparison switch
    {
        Comparison.AtLeast => missing.Ceiling(),
        Comparison.Above => missing.Floor() + 1,
        Comparison.AtMost => (-missing).Ceiling(),
        _ => (-missing).Floor() + 1,
    });

    private static bool IsUsable(IndicatorValue value) => value.State == IndicatorState.Ok;

    private static Fraction? Rate(long numerator, long denominator) => denominator > 0 ? new Fraction(numerator, denominator) : null;
}
