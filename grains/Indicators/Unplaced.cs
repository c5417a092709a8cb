namespace OpsBoard.Indicators;

/// <summary>A unit that is not ranked, and why.</summary>
public sealed record Unplaced(IndicatorValue Value, NoPlace Reason);
