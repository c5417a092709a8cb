namespace OpsBoard.Web.Screens.Units;

/// <summary>How many durations lie between two bounds, in seconds; half-open.</summary>
internal readonly record struct DurationBin(double From, double To, long Count)
{
    private const int Most = 16;

    /// <summary>
    /// The buckets in use, always as many of them taken together, so that each bin spans the same ratio and at most sixteen are drawn.
    /// Their sum is the count of the histogram.
    /// </summary>
    public static IReadOnlyList<DurationBin> Of(Counting.Histogram durations)
    {
        var counts = new long[Counting.Histogram.BucketCount];
        foreach (var (bucket, count) in durations.Buckets) counts[bucket] = count;
        var (first, last) = (Array.FindIndex(counts, static count => count != 0), Array.FindLastIndex(counts, static count => count != 0));
        if (first < 0) return [];
        var together = ((last - first) / Most) + 1;
        return [.. Enumerable.Range(0, ((last - first) / together) + 1).Select(bin => first + (bin * together)).Select(from => BinOf(counts, from, Math.Min(from + together - 1, last)))];
    }

    private static DurationBin BinOf(long[] counts, int first, int last) =>
        new(Counting.Histogram.BoundsOf(first).From, Counting.Histogram.BoundsOf(last).To, counts[first..(last + 1)].Sum());
}
