namespace OpsBoard.Indicators;

/// <summary>Over which time an indicator can be read.</summary>
public enum IndicatorPeriod
{
    Now,
    Today,
    Month,
    Quarter,
    Year,
}
