using OpsBoard.Units;

namespace OpsBoard.Indicators;

/// <summary>The value that an indicator shall reach, and the document that says so. Documents that disagree are all kept.</summary>
/// <param name="Value">A share of 1 for a rate (0.65), a count otherwise.</param>
/// <param name="Year">The year it is set for; null: a standing one, which gives way to any that is dated.</param>
/// <param name="Unit">Set for this unit and what is in it; null: for all.</param>
/// <param name="InForce">Of several, the one by which the status is judged.</param>
public sealed record Target(Fraction Value, Comparison Comparison, int? Year, string Document, Wording? Note, UnitPath? Unit, bool InForce)
{
    public string Sign => Comparison switch
    {
        Comparison.AtLeast => ">=",
        Comparison.Above => ">",
        Comparison.AtMost => "<=",
        _ => "<",
    };

    public bool IsFor(UnitPath unit) => Unit is null || Unit.Value.Contains(unit);

    public bool IsMetBy(Fraction value) => Comparison switch
    {
        Comparison.AtLeast => value >= Value,
        Comparison.Above => value > Value,
        Comparison.AtMost => value <= Value,
        _ => value < Value,
    };

    /// <summary>Met, or missed by at most the margin, or by more.</summary>
    public IndicatorStatus Judge(Fraction value, Fraction margin)
    {
        if (IsMetBy(value)) return IndicatorStatus.Met;
        var gap = value - Value;
        return (gap < 0 ? -gap : gap) <= margin ? IndicatorStatus.AtRisk : IndicatorStatus.Behind;
    }

    /// <summary>True when whoever meets this target meets the other one too.</summary>
    internal bool IsAtLeastAsStrictAs(Target other)
    {
        if (Value == other.Value) return Comparison is Comparison.Above or Comparison.Below || Comparison == other.Comparison;
        return Comparison is Comparison.AtLeast or Comparison.Above ? Value > other.Value : Value < other.Value;
    }
}
