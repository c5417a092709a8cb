namespace OpsBoard.LoadTest;

/// <summary>Times of a business day, in milliseconds since its midnight; a day later is a day's length more.</summary>
internal static class Hours
{
    public const long Second = 1000;
    public const long Minute = 60 * Second;
    public const long Hour = 60 * Minute;
    public const long Day = 24 * Hour;

    public const long Open = 8 * Hour + 30 * Minute;
    public const long Close = 17 * Hour + 30 * Minute;

    /// <summary>Tickets are printed from a little before the opening to a little before the closing.</summary>
    public const long FirstTicket = Open - 12 * Minute;
    public const long LastTicket = Close - 20 * Minute;

    /// <summary>Whoever is not called by then is sent home.</summary>
    public const long LastCall = Close + 30 * Minute;

    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    public static DateTimeOffset Midnight(DateOnly day) => new(day, TimeOnly.MinValue, Offset);

    /// <summary>The business day of an instant.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Offset).DateTime);
}
