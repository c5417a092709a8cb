using System.Globalization;
using OpsBoard.Units;

namespace OpsBoard.Web.Replay;

/// <summary>
/// Instants as they stand in addresses, <c>2026-11-21T10:00+08:00</c>, and as browsers send them from a form: without seconds or without
/// an offset, which then is the province's.
/// </summary>
public static class ReplayInstant
{
    private static readonly string[] Forms =
    [
        "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.fff",
    ];

    public static bool TryParse(string? text, out long unixMs)
    {
        unixMs = 0;
        if (text is null) return false;
        // In a query a plus sign means a space.
        var (local, isUtc) = text switch
        {
            [.. var rest, ' ' or '+', '0', '8', ':', '0', '0'] => (rest, false),
            [.. var rest, 'Z'] => (rest, true),
            _ => (text, false),
        };
        if (!DateTime.TryParseExact(local, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) return false;
        var offset = isUtc ? TimeSpan.Zero : BusinessDay.Offset;
        if (time.Ticks < offset.Ticks) return false;
        unixMs = new DateTimeOffset(time, offset).ToUnixTimeMilliseconds();
        return true;
    }

    /// <summary>For an address: a plus sign would have to be escaped there, and without an offset the province's is meant. To the millisecond.</summary>
    public static string Write(long unixMs) => Local(unixMs).ToString("yyyy-MM-dd'T'HH:mm:ss.fff", CultureInfo.InvariantCulture);

    /// <summary>For a field of a form, to the second; rounded up, so that the frame of the instant is found again.</summary>
    public static string Field(long unixMs) => Local((unixMs + 999) / 1000 * 1000).ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);

    private static DateTimeOffset Local(long unixMs) => DateTimeOffset.FromUnixTimeMilliseconds(unixMs).ToOffset(BusinessDay.Offset);
}
