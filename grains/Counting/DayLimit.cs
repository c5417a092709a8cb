using OpsBoard.Units;

namespace OpsBoard.Counting;

/// <summary>
/// A limit in working days (工作日): the day on which it is counted from does not count, and it holds to the end of its last day.
/// Due soon is the day on which nine tenths of the days are reached, which for limits under ten days is the last day itself: one
/// working day before the end.
/// </summary>
internal static class DayLimit
{
    /// <summary>The day, counted from 1, from whose start on a limit of so many days is due soon.</summary>
    public static int SoonDay(int days) => (9 * days / 10) + 1;

    /// <summary>The last millisecond of the day.</summary>
    public static long EndOf(BusinessDay day) => day.Next.StartMs - 1;
}
