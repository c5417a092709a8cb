using OpsBoard.Counting;

namespace OpsBoard.Silo.Journal;

/// <summary>The counters as columns of <c>cells</c>.</summary>
internal static class CounterColumns
{
    /// <summary>In the order of the counters.</summary>
    public static readonly string[] All = [.. Enum.GetNames<Counter>().Select(static name => char.ToLowerInvariant(name[0]) + name[1..])];

    public static readonly string[] Items = [.. All.Where(static (_, position) => Counting.Counters.SpanOf((Counter)position) != CounterSpan.Period)];

    /// <summary>True of the cells in which the item catalogue changed: few of many, so they have an index of their own.</summary>
    public static readonly string HasItems = string.Join(" OR ", Items.Select(static column => $"{column} <> 0"));

    /// <summary>The item catalogue as columns of sums over cells, of those of the year from the given parameter on.</summary>
    public static string ItemSums(string yearStart) => string.Join(", ", Counting.Counters.All.Skip((int)Counter.ItemsListed).Zip(Items, (counter, column) =>
        Counting.Counters.SpanOf(counter) == CounterSpan.Year ? $"SUM(CASE WHEN business_day >= {yearStart} THEN {column} ELSE 0 END)" : $"SUM({column})"));
}
