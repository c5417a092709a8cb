namespace OpsBoard.Indicators;

/// <summary>One weighted indicator of an assessment.</summary>
/// <param name="Weight">Out of 100.</param>
/// <param name="OwnTarget">Null: the target of the indicator that is in force.</param>
public sealed record Component(Indicator Indicator, Fraction Weight, Fraction? OwnTarget)
{
    public ComponentScore ScoreOf(UnitFigures figures)
    {
        var value = Evaluation.Of(Indicator, figures);
        var target = OwnTarget ?? value.Targets.FirstOrDefault(static verdict => verdict.Decides)?.Target.Value;
        return new(this, value, target, Reached(value.Value, target) * Weight);
    }

    private Fraction? Reached(Fraction? value, Fraction? target)
    {
        if (value is not { } reached || target is not { } aim) return null;
        if (Indicator.Direction == Direction.Down) return reached <= aim ? Fraction.One : aim / reached;
        if (reached >= aim) return Fraction.One;
        return reached <= Fraction.Zero ? Fraction.Zero : reached / aim;
    }
}
