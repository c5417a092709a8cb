namespace OpsBoard.LoadTest;

/// <summary>Monday to Friday; the simulated province knows no public holidays.</summary>
internal static class WorkingDays
{
    public static bool IsWorkingDay(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>Calendar days from <paramref name="day"/> to the working day that comes <paramref name="count"/> working days later.</summary>
    public static int CalendarDays(DateOnly day, int count)
    {
        var ahead = 0;
        while (count > 0)
        {
            ahead++;
            if (IsWorkingDay(day.AddDays(ahead))) count--;
        }

        return ahead;
    }
}
