using System.Collections.Immutable;
using OpsBoard.Board;
using OpsBoard.Units;

namespace OpsBoard.Indicators;

/// <summary>Works out an indicator for a unit. States come first, so that no value is made where none can be.</summary>
public static class Evaluation
{
    private static readonly Wording OwesNothing = new("本单位不报送", "The unit owes no figures");

    public static IndicatorValue Of(Indicator indicator, UnitFigures figures)
    {
        var numerator = indicator.Numerator.Of(figures.Measures);
        var denominator = indicator.Denominator?.Of(figures.Measures);
        var (state, reason) = StateOf(indicator, figures, denominator);
        var value = state is IndicatorState.Ok or IndicatorState.Stale ? new Fraction(numerator, denominator ?? 1) : (Fraction?)null;
        var targets = indicator.TargetsFor(figures.Unit, figures.Day.Date.Year);
        var inForce = Indicator.InForce(targets);
        var verdicts = targets
            .Select(target => new TargetVerdict(target, Judge(target, value, indicator), ReferenceEquals(target, inForce)))
            .ToImmutableArray();
        return new(
            indicator,
            figures.Unit,
            numerator,
            denominator,
            value,
            state,
            reason,
            verdicts.FirstOrDefault(static verdict => verdict.Decides)?.Status ?? IndicatorStatus.None,
            verdicts,
            RemarksOn(indicator, figures, value));
    }

    private static (IndicatorState State, Wording? Reason) StateOf(Indicator indicator, UnitFigures figures, long? denominator)
    {
        if (!figures.Owes) return (IndicatorState.NotApplicable, OwesNothing);
        if (indicator.AppliesWhere is { } condition && condition.Sum.Of(figures.Measures) <= 0) return (IndicatorState.NotApplicable, condition.Reason);
        if (figures.Freshness is FreshnessState.Silent or FreshnessState.Never) return (IndicatorState.NotReporting, null);
        if (denominator <= 0) return (IndicatorState.NoData, null);
        return (figures.Freshness == FreshnessState.Late ? IndicatorState.Stale : IndicatorState.Ok, null);
    }

    private static IndicatorStatus Judge(Target target, Fraction? value, Indicator indicator) =>
        value is { } known ? target.Judge(known, indicator.RiskMargin) : IndicatorStatus.None;

    private static Remarks RemarksOn(Indicator indicator, UnitFigures figures, Fraction? value) =>
        (indicator.IsRate && value > Fraction.One ? Remarks.ExceedsWhole : Remarks.None)
        | (value < Fraction.Zero ? Remarks.BelowZero : Remarks.None)
        | (!figures.CalendarComplete && indicator.Quantities.Any(static quantity => quantity.FollowsCalendar) ? Remarks.CalendarIncomplete : Remarks.None);
}
