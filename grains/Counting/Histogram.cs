namespace OpsBoard.Counting;

/// <summary>
/// How many durations fell into each of a fixed set of log-spaced slices of seconds. Bucket b holds durations in [1.1^b, 1.1^(b+1)),
/// bucket 0 everything under 1.1 s, the last everything from about 19 h; a bucket reports its geometric middle, so a
/// percentile is off by at most 5 % (relative). Histograms add and subtract exactly.
/// </summary>
[GenerateSerializer, Immutable, Alias("Histogram")]
public sealed record Histogram([property: Id(0)] SparseCounts Buckets)
{
    public const int BucketCount = 118;

    private const double Growth = 1.1;

    public static readonly Histogram Empty = new(SparseCounts.Empty);

    private static readonly double[] Bounds = [.. Enumerable.Range(0, BucketCount).Select(static bucket => Math.Pow(Growth, bucket))];

    public bool IsEmpty => Buckets.IsEmpty;

    public long Count => Buckets.Sum;

    public static Histogram operator +(Histogram left, Histogram right) => new(left.Buckets + right.Buckets);

    public static Histogram operator -(Histogram left, Histogram right) => new(left.Buckets - right.Buckets);

    /// <summary>The bucket of a duration; a negative one (two clocks disagree) counts as 0 s.</summary>
    public static int BucketOf(double seconds)
    {
        var found = Array.BinarySearch(Bounds, Math.Max(seconds, 1));
        return found >= 0 ? found : ~found - 1;
    }

    /// <summary>From where to where a bucket reaches, in seconds; half-open.</summary>
    public static (double From, double To) BoundsOf(int bucket) => (bucket == 0 ? 0 : Bounds[bucket], Bounds[bucket] * Growth);

    /// <summary>The duration in seconds under which the given share (0 to 1) of all durations lies; null when there are none.</summary>
    public double? Quantile(double share)
    {
        var rank = Math.Max(1, (long)Math.Ceiling(share * Count));
        foreach (var (bucket, count) in Buckets)
        {
            rank -= count;
            if (rank <= 0) return Middle(bucket);
        }

        return null;
    }

    /// <summary>The middle of the highest bucket in use, in seconds; null when there is none.</summary>
    public double? Max => Quantile(1);

    private static double Middle(int bucket) => Bounds[bucket] * Math.Sqrt(Growth);
}
