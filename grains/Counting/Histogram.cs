using System.Collections.Immutable;

namespace OpsBoard.Counting;

/// <summary>
/// How many durations fell into each of a fixed set of log-spaced slices of seconds. Bucket b holds durations in [1.1^b, 1.1^(b+1)),
/// bucket 0 everything under 1.1 s, the last everything from about 19 h; a bucket reports its geometric middle, so a
/// percentile is off by at most 5 % (relative). Histograms add and subtract exactly; empty buckets are not kept.
/// </summary>
[GenerateSerializer, Immutable, Alias("Histogram")]
public sealed record Histogram
{
    public const int BucketCount = 118;

    private const double Growth = 1.1;

    public static readonly Histogram Empty = new([]);

    private static readonly double[] Bounds = [.. Enumerable.Range(0, BucketCount).Select(static bucket => Math.Pow(Growth, bucket))];

    private Histogram(ImmutableSortedDictionary<int, long> buckets) => Buckets = buckets;

    private Histogram(IEnumerable<KeyValuePair<int, long>> buckets)
        : this(buckets.Where(static pair => pair.Value != 0).ToImmutableSortedDictionary())
    {
    }

    /// <summary>Bucket number to count, without zeroes. A count below zero appears only in differences.</summary>
    [Id(0)]
    public ImmutableSortedDictionary<int, long> Buckets { get; }

    public bool IsEmpty => Buckets.IsEmpty;

    public long Count => Buckets.Values.Sum();

    public static Histogram operator +(Histogram left, Histogram right) => Merge(left, right, 1);

    public static Histogram operator -(Histogram left, Histogram right) => Merge(left, right, -1);

    public static Histogram Of(IEnumerable<KeyValuePair<int, long>> buckets) => new(buckets);

    /// <summary>The bucket of a duration; a negative one (two clocks disagree) counts as 0 s.</summary>
    public static int BucketOf(double seconds)
    {
        var found = Array.BinarySearch(Bounds, Math.Max(seconds, 1));
        return found >= 0 ? found : ~found - 1;
    }

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
    public double? Max => IsEmpty ? null : Middle(Buckets.Keys.Last());

    public bool Equals(Histogram? other) => other is not null && Buckets.SequenceEqual(other.Buckets);

    public override int GetHashCode() => Buckets.Count;

    private static Histogram Merge(Histogram left, Histogram right, int sign)
    {
        if (right.IsEmpty) return left;
        if (left.IsEmpty && sign > 0) return right;
        var sums = left.Buckets.ToBuilder();
        foreach (var (bucket, count) in right.Buckets) sums[bucket] = sums.GetValueOrDefault(bucket) + (sign * count);
        return new Histogram(sums.AsEnumerable());
    }

    private static double Middle(int bucket) => Bounds[bucket] * Math.Sqrt(Growth);
}
