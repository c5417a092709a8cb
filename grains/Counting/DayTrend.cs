using OpsBoard.Units;

namespace OpsBoard.Counting;

/// <summary>
/// How the cases of one business day spread over its slices of 15 minutes, numbered from midnight: what the intraday trend is drawn
/// from. The sum over the slices is the count of the day.
/// </summary>
[GenerateSerializer, Immutable, Alias("DayTrend")]
public sealed record DayTrend([property: Id(0)] SparseCounts Slices)
{
    public const int SliceMinutes = 15;
    public const int SliceCount = 24 * 60 / SliceMinutes;

    /// <summary>Two keys for each slice: accepted, completed.</summary>
    public const int KeyCount = 2 * SliceCount;

    public static readonly DayTrend Empty = new(SparseCounts.Empty);

    public static DayTrend operator +(DayTrend left, DayTrend right) => new(left.Slices + right.Slices);

    public static DayTrend operator -(DayTrend left, DayTrend right) => new(left.Slices - right.Slices);

    /// <summary>The slice of an instant, 0 to 95.</summary>
    public static int SliceOf(long atMs) => (int)((atMs - BusinessDay.Of(atMs).StartMs) / (SliceMinutes * 60_000));

    public long Accepted(int slice) => Slices[2 * slice];

    public long Completed(int slice) => Slices[(2 * slice) + 1];
}
