namespace OpsBoard.Units;

/// <summary>How often something comes round.</summary>
public enum Cycle
{
    Month,
    Quarter,
    Year,
}
