using System.Collections.Immutable;

namespace OpsBoard.Counting;

/// <summary>Whole-number counts by key, of which most are zero: zeroes are not kept. They add and subtract exactly.</summary>
[GenerateSerializer, Immutable, Alias("SparseCounts")]
public sealed record SparseCounts
{
    public static readonly SparseCounts Empty = new([], []);

    private SparseCounts(ImmutableArray<int> keys, ImmutableArray<long> counts) => (Keys, Counts) = (keys, counts);

    /// <summary>The keys in use, ascending.</summary>
    [Id(0)]
    public ImmutableArray<int> Keys { get; }

    /// <summary>One count for each of <see cref="Keys"/>, never 0. A count below zero appears only in differences.</summary>
    [Id(1)]
    public ImmutableArray<long> Counts { get; }

    public bool IsEmpty => Keys.IsEmpty;

    public long Sum => Counts.Sum();

    public long this[int key] => Keys.BinarySearch(key) is >= 0 and var at ? Counts[at] : 0;

    public static SparseCounts operator +(SparseCounts left, SparseCounts right) => Merge(left, right, 1);

    public static SparseCounts operator -(SparseCounts left, SparseCounts right) => Merge(left, right, -1);

    /// <param name="dense">The counts of the keys 0, 1, 2 and so on.</param>
    public static SparseCounts Of(ReadOnlySpan<long> dense)
    {
        var keys = ImmutableArray.CreateBuilder<int>();
        var counts = ImmutableArray.CreateBuilder<long>();
        for (var key = 0; key < dense.Length; key++)
        {
            if (dense[key] == 0) continue;
            keys.Add(key);
            counts.Add(dense[key]);
        }

        return keys.Count == 0 ? Empty : new SparseCounts(keys.ToImmutable(), counts.ToImmutable());
    }

    public bool Equals(SparseCounts? other) =>
        other is not null && Keys.AsSpan().SequenceEqual(other.Keys.AsSpan()) && Counts.AsSpan().SequenceEqual(other.Counts.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Keys.Length, IsEmpty ? 0 : Keys[0]);

    private static SparseCounts Merge(SparseCounts left, SparseCounts right, int sign)
    {
        if (right.IsEmpty) return left;
        if (left.IsEmpty && sign > 0) return right;
        var keys = ImmutableArray.CreateBuilder<int>(left.Keys.Length + right.Keys.Length);
        var counts = ImmutableArray.CreateBuilder<long>(keys.Capacity);
        for (int i = 0, j = 0; i < left.Keys.Length || j < right.Keys.Length;)
        {
            var key = Math.Min(i < left.Keys.Length ? left.Keys[i] : int.MaxValue, j < right.Keys.Length ? right.Keys[j] : int.MaxValue);
            long count = 0;
            if (i < left.Keys.Length && left.Keys[i] == key) count += left.Counts[i++];
            if (j < right.Keys.Length && right.Keys[j] == key) count += sign * right.Counts[j++];
            if (count == 0) continue;
            keys.Add(key);
            counts.Add(count);
        }

        return keys.Count == 0 ? Empty : new SparseCounts(keys.ToImmutable(), counts.ToImmutable());
    }
}
