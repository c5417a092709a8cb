namespace OpsBoard.Indicators;

/// <summary>A value against its target.</summary>
public enum IndicatorStatus
{
    /// <summary>No target, or no value.</summary>
    None,
    Met,
    /// <summary>Missed by no more than the indicator's margin.</summary>
    AtRisk,
    Behind,
}
