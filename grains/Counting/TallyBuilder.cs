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
        foreach (var (bucket, count) in tally.Waits.Buckets) _slots[Slot.FirstWait + bucket] = count;
        foreach (var (bucket, count) in tally.Handling.Buckets) _slots[Slot.FirstHandling + bucket] = count;
    }

    public void Add(Mark mark, int times) => _slots[mark.Slot] += times;

    public Tally ToTally() => new(
        [.. _slots.AsSpan(0, Slot.CounterCount)],
        HistogramAt(Slot.FirstWait),
        HistogramAt(Slot.FirstHandling));

    private Histogram HistogramAt(int first) => Histogram.Of(
        Enumerable.Range(0, Histogram.BucketCount).Select(bucket => KeyValuePair.Create(bucket, _slots[first + bucket])));
}
