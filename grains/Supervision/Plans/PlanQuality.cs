using OpsBoard.Indicators;

namespace OpsBoard.Supervision.Plans;

/// <summary>An indicator that must hold beside the amount: much that was done badly is not much (质量).</summary>
/// <param name="Indicator">Its id.</param>
public sealed record PlanQuality(string Indicator, Fraction Value, bool IsAtMost)
{
    public bool IsMetBy(Fraction value) => IsAtMost ? value <= Value : value >= Value;
}
