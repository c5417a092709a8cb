using OpsBoard.Units;

namespace OpsBoard.Indicators;

/// <summary>How much harder a unit's work is than others' (难度系数), as someone decided and wrote down.</summary>
/// <param name="Unit">For this unit; null: for its peer group.</param>
/// <param name="Owner">The office that answers for it.</param>
public sealed record Coefficient(UnitPath? Unit, string? PeerGroup, Fraction Value, Wording Owner, string Version, string Document);
