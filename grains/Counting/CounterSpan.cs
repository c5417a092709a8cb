namespace OpsBoard.Counting;

/// <summary>Over which days a counter is summed to say what it means.</summary>
public enum CounterSpan
{
    /// <summary>Over the days of the period.</summary>
    Period,
    /// <summary>From 1 January of the period's last day to that day.</summary>
    Year,
    /// <summary>From the beginning to the period's last day: a stock, changed by what comes and goes.</summary>
    Beginning,
}
