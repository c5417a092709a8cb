using System.Globalization;
using OpsBoard.Planting;

namespace OpsBoard.Units;

/// <summary>
/// The calendar day in the province's zone (UTC+8) on which something happened: floor((unix ms + 28,800,000) / 86,400,000).
/// The same as Asia/Shanghai for every instant since 1991-09-16, without a time-zone database.
/// </summary>
[GenerateSerializer, Immutable, Alias("BusinessDay")]
public readonly record struct BusinessDay([property: Id(0)] int Number) : IComparable<BusinessDay>
{
    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    private const long MillisecondsPerDay = 86_400_000;
    private const long OffsetMilliseconds = 28_800_000;

    private static readonly DateOnly Epoch = new(1970, 1, 1);

    /// <summary>The first millisecond of the day, in unix milliseconds.</summary>
    public long StartMs => (Number * MillisecondsPerDay) - OffsetMilliseconds;

    public DateOnly Date => Epoch.AddDays(Number);

    public BusinessDay Next => new(Number + 1);

    public BusinessDay Previous => new(Number - 1);

    public static BusinessDay Of(long unixMs)
    {
        var (days, rest) = Math.DivRem(unixMs + (Planted.Has(Bug.ServerLocalDay) ? 0 : OffsetMilliseconds), MillisecondsPerDay);
        return new BusinessDay((int)(rest < 0 ? days - 1 : days));
    }

    public static BusinessDay Of(DateTimeOffset instant) => Of(instant.ToUnixTimeMilliseconds());

    public static BusinessDay Of(DateOnly date) => new(date.DayNumber - Epoch.DayNumber);

    public static bool TryParse(string? text, out BusinessDay day)
    {
        var parsed = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date);
        day = parsed ? Of(date) : default;
        return parsed;
    }

    public int CompareTo(BusinessDay other) => Number.CompareTo(other.Number);

    public static bool operator <(BusinessDay left, BusinessDay right) => left.Number < right.Number;

    public static bool operator >(BusinessDay left, BusinessDay right) => left.Number > right.Number;

    public static bool operator <=(BusinessDay left, BusinessDay right) => left.Number <= right.Number;

    public static bool operator >=(BusinessDay left, BusinessDay right) => left.Number >= right.Number;

    public override string ToString() => Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
