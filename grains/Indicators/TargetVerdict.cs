namespace OpsBoard.Indicators;

/// <summary>One target and how the value stands against it.</summary>
/// <param name="Decides">True for the one of the indicator's own status.</param>
public sealed record TargetVerdict(Target Target, IndicatorStatus Status, bool Decides);
