namespace OpsBoard.Counting;

/// <summary>
/// The place of one count in a flat tally: the counters first, then the buckets of waiting, those of handling, and the slices of the day.
/// </summary>
public static class Slot
{
    public const int CounterCount = (int)Counter.ItemsZeroTripUsed + 1;
    public const int FirstWait = CounterCount;
    public const int FirstHandling = FirstWait + Histogram.BucketCount;
    public const int FirstTrend = FirstHandling + Histogram.BucketCount;
    public const int Count = FirstTrend + DayTrend.KeyCount;

    public static int Of(Counter counter) => (int)counter;

    /// <summary>Whether it belongs to the item catalogue.</summary>
    public static bool IsOfItems(int slot) => slot is >= (int)Counter.ItemsListed and < CounterCount;

    public static int OfWait(long milliseconds) => FirstWait + Histogram.BucketOf(milliseconds);

    public static int OfHandling(long milliseconds) => FirstHandling + Histogram.BucketOf(milliseconds);

    public static int OfAcceptedAt(long atMs) => FirstTrend + (2 * DayTrend.SliceOf(atMs));

    public static int OfCompletedAt(long atMs) => FirstTrend + (2 * DayTrend.SliceOf(atMs)) + 1;
}
