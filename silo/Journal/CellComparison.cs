using System.Collections.Immutable;
using OpsBoard.Counting;
using OpsBoard.Journal;
using OpsBoard.Units;

namespace OpsBoard.Silo.Journal;

/// <summary>Compares stored cells with counted ones, figure by figure, and collects where they differ.</summary>
internal sealed class CellComparison
{
    private readonly ImmutableArray<RecountDifference>.Builder _differences = ImmutableArray.CreateBuilder<RecountDifference>();
    private long _cells;

    public RecountResult Result(long events) => new(events, _cells, _differences.ToImmutable());

    /// <summary>All but the item catalogue, which belongs to the county.</summary>
    public void Compare(UnitPath path, BusinessDay day, Tally stored, Tally counted)
    {
        _cells++;
        foreach (var counter in Counters.All.Where(static counter => Counters.SpanOf(counter) == CounterSpan.Period))
            CompareCounts(path, day, counter, stored[counter], counted[counter]);
        if (stored.Waits != counted.Waits) Differ(path, $"{day} waits", $"{stored.Waits.Count} in all", $"{counted.Waits.Count} in all");
        if (stored.Handling != counted.Handling) Differ(path, $"{day} handling", $"{stored.Handling.Count} in all", $"{counted.Handling.Count} in all");
        if (stored.Trend != counted.Trend) Differ(path, $"{day} trend", $"{stored.Trend.Slices.Sum} in all", $"{counted.Trend.Slices.Sum} in all");
    }

    public void CompareItems(UnitPath path, BusinessDay day, Tally stored, Tally counted)
    {
        foreach (var counter in Counters.All.Where(static counter => Counters.SpanOf(counter) != CounterSpan.Period))
            CompareCounts(path, day, counter, stored[counter], counted[counter]);
    }

    public void Differ(UnitPath path, string figure, string stored, string counted) => _differences.Add(new RecountDifference(path, figure, stored, counted));

    private void CompareCounts(UnitPath path, BusinessDay day, Counter counter, long stored, long counted)
    {
        if (stored != counted) Differ(path, $"{day} {counter}", $"{stored}", $"{counted}");
    }
}
