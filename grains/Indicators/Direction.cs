namespace OpsBoard.Indicators;

/// <summary>Which way is good.</summary>
public enum Direction
{
    Neutral,
    Up,
    Down,
}
