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
        tally.Counts.CopyTo(_slots);
        Spread(tally.Waits.Buckets, Slot.FirstWait);
        Spread(tally.Handling.Buckets, Slot.FirstHandling);
        Spread(tally.Trend.Slices, Slot.FirstTrend);
    }

    public void Add(Mark mark) => _slots[mark.Slot] += mark.Times;

    public Tally ToTally() => new(
        [.. _slots.AsSpan(0, Slot.CounterCount)],
        new Histogram(SparseCounts.Of(_slots.AsSpan(Slot.FirstWait, Histogram.BucketCount))),
        new Histogram(SparseCounts.Of(_slots.AsSpan(Slot.FirstHandling, Histogram.BucketCount))),
        new DayTrend(SparseCounts.Of(_slots.AsSpan(Slot.FirstTrend, DayTrend.KeyCount))));

    private void Spread(SparseCounts counts, int first)
    {
        foreach (var (key, count) in counts) _slots[first + key] = count;
    }
}
