namespace OpsBoard.Units;

/// <summary>What a unit path addresses; the numbers of the first four are the lengths of their paths.</summary>
public enum UnitKind
{
    Line = 0,
    Province = 1,
    County = 2,
    Department = 3,
    Window = 4,
}
