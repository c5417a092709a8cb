using OpsBoard.Units;

namespace OpsBoard.Supervision.Duties;

/// <summary>The only days of a period on which a duty may be done: of the first half of a quarter's first month, month 1, days 1 to 15.</summary>
/// <param name="Month">Of the period, from 1.</param>
/// <param name="FirstDay">Of that month, from 1.</param>
/// <param name="LastDay">Both are in it; a month that is shorter ends it.</param>
public sealed record DutySpan(int Month, int FirstDay, int LastDay)
{
    public (BusinessDay First, BusinessDay Last) In(CyclePeriod period)
    {
        var month = period.First.Date.AddMonths(Month - 1);
        var days = DateTime.DaysInMonth(month.Year, month.Month);
        return (BusinessDay.Of(month.AddDays(Math.Min(FirstDay, days) - 1)), BusinessDay.Of(month.AddDays(Math.Min(LastDay, days) - 1)));
    }
}
