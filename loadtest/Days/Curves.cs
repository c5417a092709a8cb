namespace OpsBoard.LoadTest;

/// <summary>How many come, for each window and hour, over the day.</summary>
internal static class Curves
{
    public const double MostAtWindows = 7.5;
    public const double MostOnline = 2.6;

    /// <summary>Two peaks, at 9:30 and 15:00, with a dip from 12:00 to 14:30.</summary>
    public static double AtWindows(double hour) => hour switch
    {
        < 12 => 5.1 + 2.2 * Bell(hour, 9.5, 0.8),
        < 14.5 => 2.2,
        _ => 4.9 + 2.3 * Bell(hour, 15, 0.8),
    };

    /// <summary>All round the clock: quiet before dawn, highest in the morning and the late afternoon, a third rise in the evening.</summary>
    public static double Online(double hour) => 0.12 + 1.9 * Bell(hour, 10.2, 1.6) + 1.5 * Bell(hour, 15.8, 1.8) + 0.9 * Bell(hour, 20.5, 1.7);

    public static double Hotline(double hour) => 0.02 + 0.09 * Bell(hour, 13, 4.5);

    private static double Bell(double hour, double centre, double width)
    {
        var distance = (hour - centre) / width;
        return Math.Exp(-distance * distance / 2);
    }
}
