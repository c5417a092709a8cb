using System.Numerics;

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

    // Whole numbers: in floating point 1.1 * 1.1 is more than 1.21, and a wait of 1,210 ms would fall into the slice before its own.
    private static readonly long[] FirstMs = [.. Enumerable.Range(0, BucketCount).Select(static bucket => FirstMsOf(bucket))];

    public bool IsEmpty => Buckets.IsEmpty;

    public long Count => Buckets.Sum;

    public static Histogram operator +(Histogram left, Histogram right) => new(left.Buckets + right.Buckets);

    public static Histogram operator -(Histogram left, Histogram right) => new(left.Buckets - right.Buckets);

    /// <summary>The bucket of a duration in milliseconds; a negative one (two clocks disagree) counts as 0 s.</summary>
    public static int BucketOf(long milliseconds)
    {
        var found = Array.BinarySearch(FirstMs, Math.Max(milliseconds, FirstMs[0]));
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

    /// <summary>11^b / 10^b seconds, rounded up to whole milliseconds.</summary>
    private static long FirstMsOf(int bucket)
    {
        var (from, tens) = (BigInteger.Pow(11, bucket) * 1000, BigInteger.Pow(10, bucket));
        return (long)((from + tens - 1) / tens);
    }

    private static double Middle(int bucket) => Bounds[bucket] * Math.Sqrt(Growth);
}
