using System.Collections.Immutable;
using OpsBoard.Units;

namespace OpsBoard.Indicators;

/// <summary>An indicator of one unit, worked out.</summary>
/// <param name="Numerator">As counted; it can be below 0 when corrections took away more than there was.</param>
/// <param name="Denominator">Null for a count.</param>
/// <param name="Value">Exact; null unless the state is ok or stale.</param>
/// <param name="Reason">Why it is not applicable; else null.</param>
/// <param name="Targets">All of the year in question, each with its own verdict; never default.</param>
public sealed record IndicatorValue(
    Indicator Indicator,
    UnitPath Unit,
    long Numerator,
    long? Denominator,
    Fraction? Value,
    IndicatorState State,
    Wording? Reason,
    IndicatorStatus Status,
    ImmutableArray<TargetVerdict> Targets,
    Remarks Remarks)
{
    /// <summary>What a minimum volume is held against.</summary>
    public long Volume => Denominator ?? Numerator;

    public long ShownNumerator => Math.Max(0, Numerator);

    /// <summary>For machines: cut to six decimals, and never below 0.</summary>
    public decimal? Rounded => Value is { } value ? Math.Max(0, value.Cut(6)) : null;
}
