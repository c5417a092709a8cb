namespace OpsBoard.Counting;

/// <summary>What holds for whole families of counters.</summary>
public static class Counters
{
    public static readonly IReadOnlyList<Counter> All = Enum.GetValues<Counter>();

    /// <summary>Every counter from the item catalogue on is a stock, the last one of the year alone.</summary>
    public static CounterSpan SpanOf(Counter counter) => counter switch
    {
        < Counter.ItemsListed => CounterSpan.Period,
        Counter.ItemsZeroTripUsed => CounterSpan.Year,
        _ => CounterSpan.Beginning,
    };
}
