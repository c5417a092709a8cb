using OpsBoard.Units;

namespace OpsBoard.Counting;

/// <summary>
/// Which business days are working days (工作日): Monday to Friday, less public holidays, plus the days worked in exchange (调休).
/// A year that no file speaks of is Monday to Friday.
/// </summary>
public sealed class WorkingCalendar(IReadOnlyDictionary<BusinessDay, bool> exceptions, IReadOnlySet<int> completeYears)
{
    public static readonly WorkingCalendar MondayToFriday = new(new Dictionary<BusinessDay, bool>(), new HashSet<int>());

    public bool IsWorkingDay(BusinessDay day) =>
        exceptions.TryGetValue(day, out var isWorked) ? isWorked : day.Date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>The n-th working day after the day, which itself does not count; for 0 the day itself.</summary>
    public BusinessDay After(BusinessDay day, int workingDays)
    {
        while (workingDays > 0)
        {
            day = day.Next;
            if (IsWorkingDay(day)) workingDays--;
        }

        return day;
    }

    /// <summary>The last working day before the day.</summary>
    public BusinessDay Previous(BusinessDay day)
    {
        do day = day.Previous;
        while (!IsWorkingDay(day));
        return day;
    }

    /// <summary>How many working days lie after <paramref name="first"/>, up to and with <paramref name="last"/>; 0 when it is not later.</summary>
    public int Between(BusinessDay first, BusinessDay last)
    {
        var count = 0;
        for (var day = first.Next; day <= last; day = day.Next) count += IsWorkingDay(day) ? 1 : 0;
        return count;
    }

    /// <summary>False for a year that the file does not give, or gives in part: then some of its working days are guessed.</summary>
    public bool IsComplete(int year) => completeYears.Contains(year);
}
