using System.Globalization;
using OpsBoard.Planting;
using OpsBoard.Units;

namespace OpsBoard.Events;

/// <summary>
/// Reads and writes times as RFC 3339 has them, stricter than the framework: the offset is mandatory, digits are ASCII, nothing may follow.
/// A fraction of any length is cut off after the millisecond, never rounded, so no event slips into the next business day;
/// second 60 stands only where UTC is 23:59, and is read as 23:59:59.999.
/// </summary>
public static class Rfc3339
{
    /// <summary>1992-01-01T00:00:00Z: before it the province's zone was not always UTC+8, so no event is taken.</summary>
    public const long EarliestMs = 694_224_000_000;

    private const int LengthToSeconds = 19;
    private const int MinutesPerDay = 1440;

    /// <param name="unixMs">0 when there is a fault. The year is not judged: it may be any from 0000 to 9999.</param>
    public static Rfc3339Fault Read(ReadOnlySpan<byte> text, out long unixMs)
    {
        unixMs = 0;
        if (!TryReadMinute(text, out var minute) || !TryReadNumber(text[17..LengthToSeconds], 60, out var second)) return Rfc3339Fault.Invalid;
        var rest = text[LengthToSeconds..];
        if (!TryCutFraction(ref rest, out var millisecond)) return Rfc3339Fault.Invalid;
        if (rest.IsEmpty && Planted.Has(Bug.MissingOffsetAccepted)) rest = "Z"u8;
        if (rest.IsEmpty) return Rfc3339Fault.WithoutOffset;
        if (!TryReadOffset(rest, out var offset)) return Rfc3339Fault.Invalid;

        minute -= offset;
        if (second == 60)
        {
            if (MinuteOfDay(minute) != MinutesPerDay - 1 && !Planted.Has(Bug.LeapSecondAnywhere)) return Rfc3339Fault.Invalid;
            (second, millisecond) = (59, 999);
        }

        unixMs = (((minute * 60) + second) * 1000) + millisecond;
        return Rfc3339Fault.None;
    }

    /// <summary>In the province's zone and always with milliseconds: <c>2026-11-21T10:00:00.123+08:00</c>.</summary>
    public static string Write(long unixMs) => DateTimeOffset
        .FromUnixTimeMilliseconds(unixMs)
        .ToOffset(BusinessDay.Offset)
        .ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture);

    private static bool TryReadMinute(ReadOnlySpan<byte> text, out long minute)
    {
        minute = 0;
        if (text.Length < LengthToSeconds || !HasPunctuation(text)) return false;
        if (!TryReadNumber(text[..4], 9999, out var year) || !TryReadNumber(text[5..7], 12, out var month) || month == 0) return false;
        if (!TryReadNumber(text[8..10], DaysIn(year, month), out var day) || day == 0) return false;
        if (!TryReadNumber(text[11..13], 23, out var hour) || !TryReadNumber(text[14..16], 59, out var minutes)) return false;

        minute = (DaysSinceEpoch(year, month, day) * MinutesPerDay) + (hour * 60) + minutes;
        return true;
    }

    private static bool HasPunctuation(ReadOnlySpan<byte> text) =>
        text[4] == '-' && text[7] == '-' && text[10] is (byte)'T' or (byte)'t' && text[13] == ':' && text[16] == ':';

    private static bool TryReadNumber(ReadOnlySpan<byte> digits, int most, out int number)
    {
        number = 0;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit((char)digit)) return false;
            number = (number * 10) + (digit - '0');
        }

        return number <= most;
    }

    private static bool TryCutFraction(ref ReadOnlySpan<byte> rest, out int millisecond)
    {
        millisecond = 0;
        if (rest.IsEmpty || rest[0] != '.') return true;
        var digits = rest[1..];
        var length = digits.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        if (length < 0) length = digits.Length;
        for (var i = 0; i < 3; i++) millisecond = (millisecond * 10) + (i < length ? digits[i] - '0' : 0);
        if (Planted.Has(Bug.RoundedTime) && length > 3 && digits[3] >= '5') millisecond++;
        rest = digits[length..];
        return length > 0;
    }

    private static bool TryReadOffset(ReadOnlySpan<byte> text, out int minutes)
    {
        minutes = 0;
        if (text is [(byte)'Z' or (byte)'z']) return true;
        if (text.Length != 6 || text[0] is not ((byte)'+' or (byte)'-') || text[3] != ':') return false;
        if (!TryReadNumber(text[1..3], 23, out var hour) || !TryReadNumber(text[4..6], 59, out var minute)) return false;
        minutes = ((hour * 60) + minute) * (text[0] == '-' ? -1 : 1);
        return true;
    }

    private static long MinuteOfDay(long minute) => ((minute % MinutesPerDay) + MinutesPerDay) % MinutesPerDay;

    // The year 0000 is well written, though no DateTime holds it; it is as long as 2000.
    private static int DaysIn(int year, int month) => DateTime.DaysInMonth(year == 0 ? 2000 : year, month);

    // Counted in years that begin in March, so that the leap day is the last of its year.
    private static long DaysSinceEpoch(int year, int month, int day)
    {
        var marchYear = (month > 2 ? year : year - 1) + 400;
        var dayOfYear = (((153 * ((month + 9) % 12)) + 2) / 5) + day - 1;
        var days = (marchYear * 365L) + (marchYear / 4) - (marchYear / 100) + (marchYear / 400) + dayOfYear;
        return days - 146_097 - 719_468;
    }
}
