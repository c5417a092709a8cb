using System.Collections.Immutable;
using OpsBoard.Units;

namespace OpsBoard.Indicators;

/// <summary>A defined figure: what it is made of, who answers for it, and what it shall reach.</summary>
/// <param name="Version">Of the definition; it rises when the meaning changes.</param>
/// <param name="Source">The document and the formula as it words it.</param>
/// <param name="Denominator">Null: the indicator is a count.</param>
/// <param name="Periods">In ascending order; never empty.</param>
/// <param name="MinimumVolume">Units with a smaller denominator (for a count: a smaller count) are not ranked.</param>
/// <param name="Owner">An office.</param>
/// <param name="AppliesWhere">Null: everywhere.</param>
/// <param name="MayExceedWhole">A flow: more can be finished than was accepted in the same time.</param>
/// <param name="RiskMargin">A target missed by no more than this is at risk, not behind.</param>
public sealed record Indicator(
    string Id,
    Wording Name,
    Wording Definition,
    int Version,
    string Source,
    Sum Numerator,
    Sum? Denominator,
    ImmutableArray<IndicatorPeriod> Periods,
    IndicatorPeriod DefaultPeriod,
    Direction Direction,
    long MinimumVolume,
    Wording Owner,
    Condition? AppliesWhere,
    bool MayExceedWhole,
    Fraction RiskMargin,
    ImmutableArray<Target> Targets)
{
    public bool IsRate => Denominator is not null;

    public string Formula => Denominator is null ? $"{Numerator}" : $"({Numerator}) / ({Denominator})";

    /// <summary>Every quantity that it is made of, once.</summary>
    public IEnumerable<Quantity> Quantities =>
        Numerator.Terms.Concat(Denominator?.Terms ?? []).Select(static term => term.Quantity).Distinct();

    /// <summary>Those of the year, else of the latest year before it that has any, as the file orders them.</summary>
    public ImmutableArray<Target> TargetsFor(UnitPath unit, int year)
    {
        var past = Targets.Where(target => target.IsFor(unit) && (target.Year ?? 0) <= year).ToList();
        if (past.Count == 0) return [];
        var latest = past.Max(static target => target.Year ?? 0);
        return [.. past.Where(target => (target.Year ?? 0) == latest)];
    }

    /// <summary>The one by which the status is judged: marked as in force, else the strictest.</summary>
    public static Target? InForce(ImmutableArray<Target> targets) =>
        targets.FirstOrDefault(static target => target.InForce)
        ?? targets.FirstOrDefault(target => targets.All(other => target.IsAtLeastAsStrictAs(other)))
        ?? targets.FirstOrDefault();
}
