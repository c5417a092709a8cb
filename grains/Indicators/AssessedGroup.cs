using System.Collections.Immutable;

namespace OpsBoard.Indicators;

/// <summary>What the units of a peer group are assessed by; the weights sum to 100.</summary>
/// <param name="PeerGroup">Null: every unit whose group is not named.</param>
public sealed record AssessedGroup(string? PeerGroup, ImmutableArray<Component> Components);
