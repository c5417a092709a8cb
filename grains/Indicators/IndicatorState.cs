namespace OpsBoard.Indicators;

/// <summary>What can be said of a value, in the order in which it is asked.</summary>
public enum IndicatorState
{
    /// <summary>The indicator does not exist here (不适用).</summary>
    NotApplicable,
    /// <summary>The unit is due and unheard beyond its limit (未上报).</summary>
    NotReporting,
    /// <summary>There is nothing to divide by: neither 0 % nor 100 % (无数据).</summary>
    NoData,
    /// <summary>The unit is late: the last value, marked (数据过期).</summary>
    Stale,
    Ok,
}
