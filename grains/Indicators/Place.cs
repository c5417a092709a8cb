namespace OpsBoard.Indicators;

/// <summary>A unit's place in a ranking.</summary>
/// <param name="Rank">Shared by equal values: 1, 2, 2, 4.</param>
/// <param name="Bracket">The same number for places next to each other that are not told apart at 95 % (无显著差异); null for one that is.</param>
public sealed record Place(int Rank, IndicatorValue Value, int? Bracket);
