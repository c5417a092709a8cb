using System.Collections.Immutable;
using OpsBoard.Counting;
using OpsBoard.Units;

namespace OpsBoard.Supervision.Duties;

/// <summary>A duty over the periods of a year (调度表): one row for each unit that has it.</summary>
/// <param name="Periods">Of the year, in order.</param>
/// <param name="Rows">As the units were given; each with one cell for each period; never default.</param>
public sealed record DutyMatrix(Duty Duty, ImmutableArray<CyclePeriod> Periods, ImmutableArray<DutyRow> Rows)
{
    /// <param name="units">Those that may have the duty; who has it not is left out.</param>
    /// <param name="deeds">Of any duty and unit, by day.</param>
    /// <param name="calendarOf">The calendar by which a unit works.</param>
    public static DutyMatrix Of(Duty duty, int year, IEnumerable<UnitPath> units, IEnumerable<DutyDeed> deeds, BusinessDay today, Func<UnitPath, WorkingCalendar> calendarOf)
    {
        ImmutableArray<CyclePeriod> periods = [.. CyclePeriod.In(year, duty.Cycle)];
        var byUnit = deeds.Where(deed => deed.Duty == duty.Id).ToLookup(static deed => deed.Unit);
        return new DutyMatrix(
            duty,
            periods,
            [.. units.Where(duty.IsOf).Select(unit => new DutyRow(unit, [.. periods.Select(period => DutyCell.Of(duty, unit, period, byUnit[unit], today, calendarOf(unit)))]))]);
    }

    public int Count(DutyState state) => Rows.Sum(row => row.Cells.Count(cell => cell.State == state));

    /// <summary>How often it was done on a day on which it must not be.</summary>
    public int Violations => Rows.Sum(static row => row.Cells.Sum(static cell => cell.Outside.Length));
}
