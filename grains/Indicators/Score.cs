using System.Collections.Immutable;
using OpsBoard.Units;

namespace OpsBoard.Indicators;

/// <summary>A unit's result in an assessment, with all that it is made of.</summary>
/// <param name="Coefficient">Null: 1, as none is set.</param>
public sealed record Score(UnitPath Unit, ImmutableArray<ComponentScore> Components, Coefficient? Coefficient)
{
    /// <summary>原始分: the points of the components that had data.</summary>
    public Fraction Raw => Sum(static component => component.Points ?? Fraction.Zero);

    /// <summary>The weights of the components that had data: 62.1 of 80 is not 62.1 of 100.</summary>
    public Fraction Possible => Sum(static component => component.Points is null ? Fraction.Zero : component.Component.Weight);

    /// <summary>加权分</summary>
    public Fraction Weighted => Raw * (Coefficient?.Value ?? Fraction.One);

    private Fraction Sum(Func<ComponentScore, Fraction> part) => Components.Aggregate(Fraction.Zero, (sum, component) => sum + part(component));
}
