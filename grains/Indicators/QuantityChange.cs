namespace OpsBoard.Indicators;

/// <summary>By how much a quantity moved, for instance 超期件 +3.</summary>
public sealed record QuantityChange(Quantity Quantity, long By);
