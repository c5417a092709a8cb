using OpsBoard.Events;
using OpsBoard.Testing;
using OpsBoard.Units;

namespace OpsBoard.Counting;

public sealed class CaseLimitsTests
{
    private const long Hour = 3_600_000;

    // A week around National Day: 1 to 7 October off, Saturday the 10th worked in exchange.
    private static readonly WorkingCalendar Holidays = new(
        Enumerable.Range(1, 7).Select(static day => KeyValuePair.Create(Day(10, day), false)).Append(KeyValuePair.Create(Day(10, 10), true)).ToDictionary(),
        [new CalendarYear(2026, "", true, null)]);

    [Fact]
    public void A_promise_of_five_working_days_holds_to_the_end_of_the_fifth_day_after_the_acceptance() =>
        Assert.Equal(End(11, 27), Open(Accepted(11, 20, promised: 5)).DueMs);

    [Fact]
    public void Public_holidays_do_not_count_and_an_exchanged_Saturday_does() =>
        Assert.Equal(End(10, 10), Open(LocalTerms.Default with { Calendar = Holidays }, Accepted(9, 29, promised: 4)).DueMs);

    [Fact]
    public void A_promise_of_no_day_holds_to_the_end_of_the_day_of_acceptance() =>
        Assert.Equal(End(11, 20), Open(Accepted(11, 20, promised: 0)).DueMs);

    [Fact]
    public void Days_at_whose_end_a_case_is_suspended_do_not_count()
    {
        var open = Open(Accepted(11, 20, promised: 5), Case(EventKind.CaseSuspended, 11, 24), Case(EventKind.CaseResumed, 11, 26));

        Assert.Equal((End(12, 1), OpenState.None), (open.DueMs, open.State));
    }

    [Fact]
    public void A_case_that_is_suspended_before_its_due_day_is_not_due_at_all()
    {
        var open = Open(Accepted(11, 20, promised: 5, legal: 20), Case(EventKind.CaseSuspended, 11, 24));

        Assert.Equal((null, null, null, OpenState.Paused), (open.DueMs, open.SoonMs, open.LegalDueMs, open.State));
    }

    [Fact]
    public void A_case_that_is_suspended_when_it_is_overdue_stays_overdue() =>
        Assert.Equal(End(11, 23), Open(Accepted(11, 20, promised: 1), Case(EventKind.CaseSuspended, 11, 26)).DueMs);

    [Fact]
    public void An_extension_adds_its_days_to_the_promise_and_to_the_legal_limit()
    {
        var open = Open(Accepted(11, 20, promised: 5, legal: 10), Case(EventKind.CaseExtended, 11, 24, days: 2), Case(EventKind.CaseExtended, 11, 25, days: 1));

        Assert.Equal((End(12, 2), End(12, 9)), (open.DueMs, open.LegalDueMs));
    }

    [Fact]
    public void A_case_without_a_promise_is_due_by_its_legal_days() =>
        Assert.Equal(End(11, 27), Open(Accepted(11, 20, legal: 5)).DueMs);

    [Theory]
    [InlineData(1, 11, 23)]
    [InlineData(5, 11, 27)]
    [InlineData(10, 12, 4)]
    [InlineData(20, 12, 17)]
    public void A_case_is_due_soon_from_nine_tenths_of_its_days_and_at_the_latest_on_its_last_day(int days, int month, int day) =>
        Assert.Equal(Day(month, day).StartMs, Open(Accepted(11, 20, promised: days)).SoonMs);

    [Fact]
    public void A_due_instant_that_is_given_is_due_soon_one_working_day_before()
    {
        var due = Day(11, 30).StartMs + (15 * Hour);

        var open = Open(Accepted(11, 20, dueMs: due));

        Assert.Equal((due, Day(11, 27).StartMs + (15 * Hour)), (open.DueMs, open.SoonMs));
    }

    [Fact]
    public void A_due_instant_moves_by_whole_working_days_and_keeps_its_hour()
    {
        var due = Day(11, 27).StartMs + (15 * Hour);

        var open = Open(Accepted(11, 20, dueMs: due), Case(EventKind.CaseSuspended, 11, 24), Case(EventKind.CaseResumed, 11, 25), Case(EventKind.CaseExtended, 11, 25, days: 1));

        Assert.Equal(Day(12, 1).StartMs + (15 * Hour), open.DueMs);
    }

    [Theory]
    [InlineData(26, 1, 1, 0)]
    [InlineData(27, 1, 0, 0)]
    [InlineData(28, 0, 0, 1)]
    public void A_completion_is_early_before_the_last_day_of_the_promise_on_time_to_its_end_and_late_after_it(int day, int onTime, int early, int late)
    {
        var effect = Folded.Of([Accepted(11, 20, promised: 5), Case(EventKind.CaseCompleted, 11, day)]);

        Assert.Equal((onTime, early, late), (Count(effect, Counter.OnTime), Count(effect, Counter.Early), Count(effect, Counter.Late)));
    }

    [Fact]
    public void A_suspension_that_was_never_lifted_ends_with_the_case()
    {
        var effect = Folded.Of([Accepted(11, 20, promised: 5), Case(EventKind.CaseSuspended, 11, 23), Case(EventKind.CaseCompleted, 12, 30)]);

        Assert.Equal((1, 0), (Count(effect, Counter.OnTime), Count(effect, Counter.Late)));
    }

    [Fact]
    public void A_suspension_that_came_after_the_end_takes_no_day_from_the_promise()
    {
        var effect = Folded.Of([Accepted(11, 20, promised: 10), Case(EventKind.CaseCompleted, 12, 3), Case(EventKind.CaseSuspended, 12, 4)]);

        Assert.Equal((1, 1), (Count(effect, Counter.OnTime), Count(effect, Counter.Early)));
    }

    [Fact]
    public void Legal_days_are_judged_apart_from_the_promise()
    {
        var effect = Folded.Of([Accepted(11, 20, promised: 1, legal: 5), Case(EventKind.CaseCompleted, 11, 26)]);

        Assert.Equal((1, 1), (Count(effect, Counter.Late), Count(effect, Counter.LegalOnTime)));
    }

    private static OpenSubject Open(params ServiceEvent[] events) => Open(LocalTerms.Default, events);

    private static OpenSubject Open(LocalTerms terms, params ServiceEvent[] events) => Folded.Of(events, terms: terms).Open!.Value;

    private static int Count(Effect effect, Counter counter) => effect.Marks.Count(mark => mark.Slot == Slot.Of(counter));

    private static ServiceEvent Accepted(int month, int day, int? promised = null, int? legal = null, long? dueMs = null) => Some.Event(
        EventKind.CaseAccepted, "a", new Facts { Case = "c", PromisedDays = promised, LegalDays = legal, DueAtMs = dueMs }, Day(month, day).StartMs + (10 * Hour));

    private static ServiceEvent Case(EventKind kind, int month, int day, int? days = null) =>
        Some.Event(kind, $"{kind}-{month}-{day}", new Facts { Case = "c", Days = days }, Day(month, day).StartMs + (11 * Hour));

    private static long End(int month, int day) => Day(month, day).Next.StartMs - 1;

    private static BusinessDay Day(int month, int day) => BusinessDay.Of(new DateOnly(2026, month, day));
}
