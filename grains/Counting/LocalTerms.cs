using OpsBoard.Units;

namespace OpsBoard.Counting;

/// <summary>The terms under which the events of one window are counted.</summary>
/// <param name="OfficeFrom">Start of the office hours, by the province's clock; a case accepted before it is after hours (延时服务).</param>
/// <param name="OfficeTo">End of the office hours; half-open.</param>
public sealed record LocalTerms(WorkingCalendar Calendar, ReviewLimits Reviews, TimeOnly OfficeFrom, TimeOnly OfficeTo)
{
    public static readonly LocalTerms Default = new(WorkingCalendar.MondayToFriday, new ReviewLimits(5, 15), new TimeOnly(8, 30), new TimeOnly(17, 30));

    /// <summary>By the time of the day alone; whether it is a working day is the calendar's matter.</summary>
    public bool IsOfficeHour(long atMs)
    {
        var time = new TimeOnly((atMs - BusinessDay.Of(atMs).StartMs) * TimeSpan.TicksPerMillisecond);
        return time >= OfficeFrom && time < OfficeTo;
    }
}
