namespace OpsBoard.Units;

/// <summary>A unit of the roster.</summary>
/// <param name="ShortName">The name on tiles; the full one where the roster gives no other.</param>
/// <param name="Level">province, county, township or village: what four-level coverage counts.</param>
/// <param name="PeerGroup">Ranked only among its like; null: not ranked.</param>
/// <param name="Tile">Null: the unit flows in roster order under the grid.</param>
/// <param name="Opening">Null: as the parent; a province without one is always due.</param>
/// <param name="Reporting">False: the unit is shown and owes no figures (不适用).</param>
public sealed record Unit(
    UnitPath Path,
    Wording Name,
    Wording ShortName,
    string Level,
    string? PeerGroup,
    Tile? Tile,
    bool Reporting,
    Opening? Opening);
