using FsCheck;
using FsCheck.Fluent;
using OpsBoard.Counting;
using OpsBoard.Testing;
using OpsBoard.Units;

namespace OpsBoard.Supervision.Duties;

/// <summary>Units by periods: done, not due, due, missed, and done on a day on which it must not be.</summary>
public sealed class DutyMatrixTests
{
    private static readonly CyclePeriod Fourth = new(Cycle.Quarter, 2026, 4);

    // Of the fourth quarter of 2026 ten working days are left from 18 December (Monday to Friday) on.
    [Theory]
    [InlineData("2026-09-30", DutyState.NotDue)]
    [InlineData("2026-10-01", DutyState.NotDue)]
    [InlineData("2026-12-17", DutyState.NotDue)]
    [InlineData("2026-12-18", DutyState.Due)]
    [InlineData("2026-12-31", DutyState.Due)]
    [InlineData("2027-01-01", DutyState.Missed)]
    public void A_duty_is_due_in_its_last_working_days_and_missed_after_them(string today, DutyState state) => Assert.Equal(state, Cell(SomeFact.Duty(), Fourth, today).State);

    [Fact]
    public void Days_off_are_no_working_days_so_that_a_duty_before_a_holiday_is_due_earlier()
    {
        var holiday = new WorkingCalendar(new Dictionary<BusinessDay, bool> { [SomeFact.Day("2026-12-31")] = false, [SomeFact.Day("2026-12-30")] = false }, new HashSet<int> { 2026 });

        Assert.Equal(DutyState.Due, DutyCell.Of(SomeFact.Duty(), SomeFact.County, Fourth, [], SomeFact.Day("2026-12-16"), holiday).State);
    }

    [Theory]
    [InlineData("2026-10-01")]
    [InlineData("2026-12-31")]
    public void What_was_done_in_the_period_is_done_for_ever(string day)
    {
        var deeds = DutyDeed.Of(SomeFact.County, [SomeFact.Done(day)]);

        Assert.Equal((DutyState.Done, DutyState.Done), (Cell(SomeFact.Duty(), Fourth, "2026-10-01", deeds).State, Cell(SomeFact.Duty(), Fourth, "2027-06-01", deeds).State));
        Assert.Equal(DutyState.Missed, Cell(SomeFact.Duty(), new CyclePeriod(Cycle.Quarter, 2026, 3), "2027-06-01", deeds).State);
    }

    [Theory]
    [InlineData("2026-10-01", true)]
    [InlineData("2026-10-15", true)]
    [InlineData("2026-10-16", false)]
    [InlineData("2026-11-02", false)]
    public void An_inspection_is_allowed_in_the_first_half_of_a_quarters_first_month_and_a_violation_on_any_other_day(string day, bool isAllowed)
    {
        var cell = Cell(SomeFact.Inspection, Fourth, "2027-01-04", DutyDeed.Of(SomeFact.County, [SomeFact.Done(day, "inspection")]));

        Assert.Equal((isAllowed ? DutyState.Done : DutyState.Missed, isAllowed ? 0 : 1), (cell.State, cell.Outside.Length));
    }

    [Fact]
    public void An_inspection_that_was_done_in_its_time_does_not_excuse_another_outside_of_it()
    {
        var cell = Cell(SomeFact.Inspection, Fourth, "2026-11-20", DutyDeed.Of(SomeFact.County, [SomeFact.Done("2026-10-09", "inspection"), SomeFact.Done("2026-11-10", "inspection")]));

        Assert.Equal((DutyState.Done, 1, 1), (cell.State, cell.Deeds.Length, cell.Outside.Length));
    }

    [Fact]
    public void Of_a_period_that_began_before_the_duty_nothing_is_missed() =>
        Assert.Equal(DutyState.NotInForce, Cell(SomeFact.Duty(from: "2026-10-02"), Fourth, "2027-06-01").State);

    [Fact]
    public void Who_has_not_the_duty_is_in_no_row()
    {
        var matrix = DutyMatrix.Of(SomeFact.Duty(), 2026, [UnitPath.Parse("hainan"), SomeFact.County, UnitPath.Parse("hainan/jiyang/housing")], [], SomeFact.Day("2026-11-20"), static _ => WorkingCalendar.MondayToFriday);

        Assert.Equal([SomeFact.County], matrix.Rows.Select(static row => row.Unit));
        Assert.Equal((4, 3, 1), (matrix.Periods.Length, matrix.Count(DutyState.Missed), matrix.Count(DutyState.NotDue)));
    }

    [Fact]
    public void Without_a_deed_a_period_goes_from_not_due_over_due_to_missed_and_never_back() => Prop.ForAll<ushort, byte, Cycle>((begin, notice, cycle) =>
    {
        var day = new BusinessDay(SomeFact.Day("2026-01-01").Number + (begin % 3000));
        var period = CyclePeriod.Of(cycle, day);
        var duty = SomeFact.Duty(cycle: cycle, noticeDays: notice % 61);

        var states = Enumerable.Range(period.First.Number - 3, period.Last.Number - period.First.Number + 7).Select(today => Cell(duty, period, $"{new BusinessDay(today)}").State).ToList();

        Assert.Equal(states.Order(), states);
        Assert.Equal((DutyState.NotDue, DutyState.Missed), (states[0], states[^1]));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_first_half_of_a_quarters_first_month_has_fifteen_days_of_January_April_July_and_October() => Prop.ForAll<byte>((offset) =>
    {
        var year = 1992 + (offset % 100);
        var allowed = CyclePeriod.In(year, Cycle.Quarter).Select(static period => new DutySpan(1, 1, 15).In(period)).SelectMany(static span => Enumerable.Range(span.First.Number, span.Last.Number - span.First.Number + 1)).Select(static number => new BusinessDay(number).Date);

        Assert.Equal(Enumerable.Range(0, 365 + (DateTime.IsLeapYear(year) ? 1 : 0)).Select(day => new DateOnly(year, 1, 1).AddDays(day)).Where(static day => day.Month % 3 == 1 && day.Day <= 15), allowed);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_span_ends_with_a_month_that_is_shorter() =>
        Assert.Equal((SomeFact.Day("2026-02-28"), SomeFact.Day("2026-02-28")), new DutySpan(2, 30, 31).In(new CyclePeriod(Cycle.Quarter, 2026, 1)));

    [Fact]
    public void Whatever_the_order_and_the_repetitions_the_same_deeds_hold() => Prop.ForAll<int>((seed) =>
    {
        TaskRecord[] told =
        [
            SomeFact.Done("2026-10-09"), SomeFact.Withdrawn("2026-10-09", said: "2026-10-12"), SomeFact.Done("2026-10-09", said: "2026-10-13"),
            SomeFact.Done("2026-10-20", document: "乙"), SomeFact.Withdrawn("2026-10-20", document: "乙", said: "2026-10-21"),
            SomeFact.Withdrawn("2026-11-02", document: "丙", said: "2026-11-03"), SomeFact.Done("2026-11-02", document: "丙"),
        ];
        TaskRecord[] shuffled = [.. told, .. told.Take(3)];
        new Random(seed).Shuffle(shuffled);

        Assert.Equal(["2026-10-09 记录"], DutyDeed.Of(SomeFact.County, shuffled).Select(static deed => $"{deed.Day} {deed.Evidence.Document}"));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_duty_is_no_entry_of_the_ledger_and_an_entry_of_its_name_no_duty()
    {
        TaskRecord entry = new(SomeTask.Registered(task: "walk"), 0);

        Assert.Single(DutyDeed.Of(SomeFact.County, [entry, SomeFact.Done("2026-10-09")]));
        Assert.Equal(["hainan/jiyang#walk"], TaskLedger.Of(SomeFact.County, [entry, SomeFact.Done("2026-10-09")]).Select(static view => $"{view.Task}"));
    }

    private static DutyCell Cell(Duty duty, CyclePeriod period, string today, params IEnumerable<DutyDeed> deeds) =>
        DutyCell.Of(duty, SomeFact.County, period, deeds, SomeFact.Day(today), WorkingCalendar.MondayToFriday);
}
