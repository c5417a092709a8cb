namespace OpsBoard.Indicators;

/// <summary>What one child does to its parent's indicator.</summary>
/// <param name="Effect">The parent's value minus what it would be without the child, as a share of 1; null when nothing else is left.</param>
/// <param name="Share">The child's part of the parent's gap to its target; null without a target.</param>
/// <param name="Needed">How many cases more (fewer, where down is good) bring the child itself to the target; null without a target.</param>
public sealed record Drag(IndicatorValue Value, Fraction? Effect, Fraction? Share, long? Needed);
