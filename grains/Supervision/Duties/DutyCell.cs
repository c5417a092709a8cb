using System.Collections.Immutable;
using OpsBoard.Counting;
using OpsBoard.Units;

namespace OpsBoard.Supervision.Duties;

/// <summary>One unit and one period of a duty.</summary>
/// <param name="First">The first day on which it may be done.</param>
/// <param name="Last">The last one.</param>
/// <param name="Deeds">On days on which it may be done, by day; never default.</param>
/// <param name="Outside">In the period, on a day on which it must not be done (窗口期外): each is a violation, whatever else was done.</param>
public sealed record DutyCell(
    UnitPath Unit, CyclePeriod Period, BusinessDay First, BusinessDay Last, DutyState State, ImmutableArray<DutyDeed> Deeds, ImmutableArray<DutyDeed> Outside)
{
    /// <param name="deeds">Of the unit and the duty, by day.</param>
    public static DutyCell Of(Duty duty, UnitPath unit, CyclePeriod period, IEnumerable<DutyDeed> deeds, BusinessDay today, WorkingCalendar calendar)
    {
        var (first, last) = duty.SpanIn(period);
        var inside = deeds.Where(deed => period.Has(deed.Day)).ToLookup(deed => deed.Day >= first && deed.Day <= last);
        ImmutableArray<DutyDeed> done = [.. inside[true]];
        return new DutyCell(unit, period, first, last, StateOf(duty, period, first, last, !done.IsEmpty, today, calendar), done, [.. inside[false]]);
    }

    private static DutyState StateOf(Duty duty, CyclePeriod period, BusinessDay first, BusinessDay last, bool isDone, BusinessDay today, WorkingCalendar calendar)
    {
        if (isDone) return DutyState.Done;
        if (period.First < duty.From) return DutyState.NotInForce;
        if (today > last) return DutyState.Missed;
        // Today is one of the days that are left.
        return today >= first && calendar.Between(today.Previous, last) <= duty.NoticeDays ? DutyState.Due : DutyState.NotDue;
    }
}
