namespace OpsBoard.Counting;

/// <summary>A tally that is being counted, in place.</summary>
public sealed class TallyBuilder
{
    private readonly long[] _slots = new long[Slot.Count];

    public TallyBuilder()
    {
    }

    public TallyBuilder(Tally tally)
    {
        Add(tally);
    }

    public void Add(Mark mark) => _slots[mark.Slot] += mark.Times;

    public void Add(Tally tally) => Add(tally, 1);

    public void Subtract(Tally tally) => Add(tally, -1);

    public void Clear() => Array.Clear(_slots);

    public Tally ToTally() => new(
        [.. _slots.AsSpan(0, Slot.CounterCount)],
        new Histogram(SparseCounts.Of(_slots.AsSpan(Slot.FirstWait, Histogram.BucketCount))),
        new Histogram(SparseCounts.Of(_slots.AsSpan(Slot.FirstHandling, Histogram.BucketCount))),
        new DayTrend(SparseCounts.Of(_slots.AsSpan(Slot.FirstTrend, DayTrend.KeyCount))));

    private void Add(Tally tally, int times)
    {
        var counts = tally.Counts.AsSpan();
        for (var i = 0; i < counts.Length; i++) _slots[i] += times * counts[i];
        Spread(tally.Waits.Buckets, Slot.FirstWait, times);
        Spread(tally.Handling.Buckets, Slot.FirstHandling, times);
        Spread(tally.Trend.Slices, Slot.FirstTrend, times);
    }

    private void Spread(SparseCounts counts, int first, int times)
    {
        foreach (var (key, count) in counts) _slots[first + key] += times * count;
    }
}
