namespace OpsBoard.Indicators;

/// <summary>How a value is held against its target; documents say both "at least 65 %" and "more than 85 %".</summary>
public enum Comparison
{
    AtLeast,
    Above,
    AtMost,
    Below,
}
