using System.Collections.Immutable;
using OpsBoard.Planting;

namespace OpsBoard.Counting;

/// <summary>
/// Whole-number counts, one for each <see cref="Counter"/>, and the histograms of waiting and handling, and the
/// slices of the day.
/// Tallies add and subtract exactly; rates are made from them at display only.
/// </summary>
[GenerateSerializer, Immutable, Alias("Tally")]
public sealed record Tally
{
    public static readonly int Width = Enum.GetValues<Counter>().Length;

    public static readonly Tally Zero = new([.. new long[Width]], Histogram.Empty, Histogram.Empty, DayTrend.Empty);

    public Tally(ImmutableArray<long> counts, Histogram waits, Histogram handling, DayTrend trend) =>
        (Counts, Waits, Handling, Trend) = (counts, waits, handling, trend);

    /// <summary>One count for each <see cref="Counter"/>, in its order.</summary>
    [Id(0)]
    public ImmutableArray<long> Counts { get; }

    /// <summary>Seconds from a ticket's issue to its last call, on the day of that call.</summary>
    [Id(1)]
    public Histogram Waits { get; }

    /// <summary>Seconds from the start of a service to its end, on the day of the end.</summary>
    [Id(2)]
    public Histogram Handling { get; }

    /// <summary>The slices of the day; in a sum over several days, of all of them one upon the other.</summary>
    [Id(3)]
    public DayTrend Trend { get; }

    public long this[Counter counter] => Counts[(int)counter];

    public static Tally operator +(Tally left, Tally right) =>
        new(Zip(left, right, 1), left.Waits + right.Waits, left.Handling + right.Handling, left.Trend + right.Trend);

    public static Tally operator -(Tally left, Tally right) =>
        new(Zip(left, right, -1), left.Waits - right.Waits, left.Handling - right.Handling, left.Trend - right.Trend);

    /// <summary>This tally with the stocks of the item catalogue in the place of their changes.</summary>
    public Tally With(ItemStock items)
    {
        var counts = Counts.ToBuilder();
        counts[(int)Counter.ItemsListed] = items.Listed;
        counts[(int)Counter.ItemsZeroTrip] = items.ZeroTrip;
        counts[(int)Counter.ItemsComprehensive] = items.Comprehensive;
        counts[(int)Counter.ItemsCrossProvince] = items.CrossProvince;
        counts[(int)Counter.ItemsOneThing] = items.OneThing;
        counts[(int)Counter.ItemsZeroTripUsed] = items.ZeroTripUsed;
        return new Tally(counts.MoveToImmutable(), Waits, Handling, Trend);
    }

    public bool Equals(Tally? other) =>
        other is not null && Counts.AsSpan().SequenceEqual(other.Counts.AsSpan()) && Waits == other.Waits && Handling == other.Handling && Trend == other.Trend;

    public override int GetHashCode() => HashCode.Combine(this[Counter.Accepted], this[Counter.Completed], this[Counter.Issued]);

    private static ImmutableArray<long> Zip(Tally left, Tally right, int sign)
    {
        var sums = ImmutableArray.CreateBuilder<long>(Width);
        for (var i = 0; i < Width; i++) sums.Add(Planted.Has(Bug.FloatSums) ? (long)((float)left.Counts[i] + (sign * right.Counts[i])) : left.Counts[i] + (sign * right.Counts[i]));
        return sums.MoveToImmutable();
    }
}
