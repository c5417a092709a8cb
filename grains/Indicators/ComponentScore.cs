namespace OpsBoard.Indicators;

/// <summary>What a unit got for one component: min(1, value ÷ target) × weight, where down is good min(1, target ÷ value) × weight.</summary>
/// <param name="Points">Null when there is no value or no target: the weight then is not in the possible points.</param>
public sealed record ComponentScore(Component Component, IndicatorValue Value, Fraction? Target, Fraction? Points);
