using System.Collections.Immutable;
using OpsBoard.Counting;
using OpsBoard.Testing;
using OpsBoard.Units;

namespace OpsBoard.Supervision.Notices;

/// <summary>Which notices an entry has, when they fall due, and how they stand by what is recorded.</summary>
public sealed class TaskNoticesTests
{
    private const long MinuteMs = 60_000;
    private const long DayMs = 86_400_000;

    private static readonly EscalationRules Rules = SomeEscalations.Read(SomeEscalations.Json());
    private static readonly NoticeKey OfDue = new("due", SomeTask.Week("2026-W50"), "oa");

    [Fact]
    public void Steps_fall_due_by_working_days_before_on_the_last_one_of_and_after_the_due_week()
    {
        var notices = Notices(SomeTask.View(SomeTask.Registered()), "2026-01-06");

        // 2026-W50 ends on Friday the 11th of December.
        Assert.Equal(
            ["before-2>office 2026-12-09", "due>oa 2026-12-11", "due>office 2026-12-11", "late-3>county 2026-12-16", "late-3>oa 2026-12-16"],
            notices.Select(static notice => $"{notice.Key.Step}>{notice.Key.Receiver} {BusinessDay.Of(notice.DueMs)}"));
        Assert.All(notices, static notice => Assert.Equal(9 * 60 * MinuteMs, notice.DueMs - BusinessDay.Of(notice.DueMs).StartMs));
        Assert.All(notices, static notice => Assert.Equal(NoticeStanding.Planned, notice.Standing));
    }

    [Fact]
    public void A_week_without_a_working_day_is_due_on_the_last_one_before_it_and_days_off_do_not_count()
    {
        // The whole of 2026-W40 and the Monday after are off.
        var off = Enumerable.Range(0, 8).ToDictionary(static day => new BusinessDay(SomeTask.Week("2026-W40").Monday.Number + day), static _ => false);

        var notices = Notices(SomeTask.View(SomeTask.Registered(SomeTask.Plan(due: "2026-W40"))), "2026-01-06", new WorkingCalendar(off, new HashSet<int>()));

        Assert.Equal(["2026-09-23", "2026-09-25", "2026-10-08"], notices.Select(static notice => $"{BusinessDay.Of(notice.DueMs)}").Distinct());
    }

    [Fact]
    public void An_explained_delay_has_notices_of_its_own_and_the_old_ones_are_not_sent_any_more()
    {
        var view = SomeTask.View(SomeTask.Registered(), SomeTask.Act(TaskAct.Explained, "2026-12-01", new TaskFacts(Week: SomeTask.Week("2026-W52"), Note: "延后")));

        Assert.All(Notices(view, "2026-12-14"), static notice => Assert.Equal("2026-W52", $"{notice.Key.Week}"));
    }

    [Fact]
    public void What_was_over_when_the_entry_came_or_when_the_rules_begin_is_never_sent()
    {
        var late = SomeTask.View(SomeTask.Registered(day: "2026-12-10"));
        var begun = SomeEscalations.Read(SomeEscalations.Json(from: "2026-12-12"));

        Assert.Equal([NoticeStanding.Passed, NoticeStanding.Due, NoticeStanding.Due, NoticeStanding.Due, NoticeStanding.Due], Notices(late, "2026-12-20").Select(static notice => notice.Standing));
        Assert.Equal(
            [NoticeStanding.Passed, NoticeStanding.Passed, NoticeStanding.Passed, NoticeStanding.Due, NoticeStanding.Due],
            TaskNotices.Of(SomeTask.View(SomeTask.Registered()), begun, WorkingCalendar.MondayToFriday, TimeSpan.FromDays(7), SomeTask.Ms("2026-12-20")).Select(static notice => notice.Standing));
    }

    [Fact]
    public void Of_an_entry_that_is_closed_nobody_is_told_any_more() => Assert.Empty(Notices(SomeTask.View(SomeTask.Whole()), "2026-12-20"));

    [Fact]
    public void A_unit_for_which_nobody_is_listed_is_named()
    {
        var notices = Notices(SomeTask.View(SomeTask.Registered(SomeTask.Plan(lead: "hainan/jiyang/education"))), "2026-12-20");

        Assert.Equal(["hainan/jiyang/education", "hainan/jiyang/education"], notices.Where(static notice => notice.Standing == NoticeStanding.Unlisted).Select(static notice => $"{notice.Unlisted}"));
    }

    [Fact]
    public void A_receiver_that_a_step_reaches_by_two_ways_is_told_once()
    {
        var rules = SomeEscalations.Read(SomeEscalations.Json("""{"id":"late-3","days":3,"to":["keeper","superior","county"]}"""));

        Assert.Single(TaskNotices.Of(SomeTask.View(SomeTask.Registered()), rules, WorkingCalendar.MondayToFriday, TimeSpan.FromDays(7), 0));
    }

    [Fact]
    public void An_attempt_that_was_begun_is_let_be_for_five_minutes_and_then_taken_for_lost()
    {
        var begunMs = SomeTask.Ms("2026-12-11") + (9 * 60 * MinuteMs);
        var view = With(Begun(1, begunMs));

        Assert.Equal(NoticeStanding.Sending, Oa(view, begunMs + (5 * MinuteMs) - 1).Standing);
        Assert.Equal((NoticeStanding.Due, NoticeFaults.Lost, 1), (Oa(view, begunMs + (5 * MinuteMs)).Standing, Oa(view, begunMs + (5 * MinuteMs)).Fault, Oa(view, begunMs + (5 * MinuteMs)).Attempts));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 4)]
    [InlineData(7, 64)]
    [InlineData(20, 64)]
    public void After_a_failure_it_is_tried_again_after_a_minute_doubled_each_time_up_to_64(int attempts, int minutes)
    {
        var failedMs = SomeTask.Ms("2026-12-11") + (9 * 60 * MinuteMs);
        var view = With([.. Enumerable.Range(1, attempts).SelectMany(number => new[] { Begun(number, failedMs), Ended(number, failedMs, "http_503") })]);

        var waiting = Oa(view, failedMs + (minutes * MinuteMs) - 1);

        Assert.Equal((NoticeStanding.Waiting, failedMs + (minutes * MinuteMs), "http_503"), (waiting.Standing, waiting.NextMs, waiting.Fault));
        Assert.Equal(NoticeStanding.Due, Oa(view, failedMs + (minutes * MinuteMs)).Standing);
    }

    [Fact]
    public void What_was_taken_is_sent_for_ever_and_late_when_it_was_so()
    {
        var dueMs = SomeTask.Ms("2026-12-11") + (9 * 60 * MinuteMs);
        var (inTime, late) = (With(Begun(1, dueMs), Ended(1, dueMs + MinuteMs, null)), With(Begun(1, dueMs), Ended(1, dueMs + (31 * MinuteMs), null)));

        Assert.Equal((NoticeStanding.Sent, false), (Oa(inTime, dueMs + (100 * DayMs)).Standing, Oa(inTime, dueMs + DayMs).IsLate));
        Assert.True(Oa(late, dueMs + DayMs).IsLate);
    }

    [Fact]
    public void After_a_week_of_failures_it_is_given_up()
    {
        var firstMs = SomeTask.Ms("2026-12-11") + (9 * 60 * MinuteMs);
        var view = With(Begun(1, firstMs), Ended(1, firstMs, "unreachable"));

        Assert.Equal(NoticeStanding.GivenUp, Oa(view, firstMs + (7 * DayMs)).Standing);
    }

    [Fact]
    public void An_attempt_recorded_before_the_week_changed_stays_in_the_list()
    {
        var view = SomeTask.View(
            SomeTask.Registered(),
            Begun(1, SomeTask.Ms("2026-12-11")),
            Ended(1, SomeTask.Ms("2026-12-11"), null),
            SomeTask.Act(TaskAct.Explained, "2026-12-12", new TaskFacts(Week: SomeTask.Week("2026-W52"), Note: "延后")));

        Assert.Equal((NoticeStanding.Sent, null), (Oa(view, SomeTask.Ms("2026-12-13")).Standing, Oa(view, SomeTask.Ms("2026-12-13")).Days));
    }

    [Fact]
    public void Every_attempt_of_a_notice_has_one_identity_and_another_notice_another()
    {
        Assert.Equal("notice-", OfDue.IdentityIn(SomeTask.Id)[..7]);
        Assert.NotEqual(OfDue.IdentityIn(SomeTask.Id), (OfDue with { Week = SomeTask.Week("2026-W52") }).IdentityIn(SomeTask.Id));
        Assert.NotEqual(OfDue.IdentityIn(SomeTask.Id), OfDue.IdentityIn(SomeTask.Id with { Id = "zd-02" }));
    }

    [Fact]
    public void Notices_change_nothing_of_an_entry_and_nobody_has_to_look_at_it_again()
    {
        var (without, with) = (SomeTask.View(SomeTask.Registered()), With(Begun(1, SomeTask.Ms("2026-12-11"))));

        Assert.Equal((without.Version, without.State, 2L), (with.Version, with.State, with.Events));
    }

    [Fact]
    public void An_attempt_is_kept_as_bytes_and_read_back_as_it_was()
    {
        var ended = Ended(3, SomeTask.Ms("2026-12-11"), "smtp_550");

        Assert.Equal(ended.Facts, TaskFactsJson.Read(TaskFactsJson.Write(ended.Facts), TaskAct.NoticeEnded));
    }

    [Theory]
    [InlineData("opsboard.task.noticeBegun")]
    [InlineData("opsboard.task.noticeEnded")]
    [InlineData("opsboard.problem.noticeEnded")]
    public void No_source_can_say_that_somebody_was_told(string type) => Assert.Null(TaskActs.ParseType(type));

    private static TaskView With(params TaskEvent[] attempts) => SomeTask.View([SomeTask.Registered(), .. attempts]);

    private static TaskEvent Begun(int number, long atMs) => NoticeEvents.Begun(SomeTask.View(SomeTask.Registered()), OfDue, number, SomeTask.Ms("2026-12-11") + (9 * 60 * MinuteMs), atMs);

    private static TaskEvent Ended(int number, long atMs, string? fault) => NoticeEvents.Ended(SomeTask.View(SomeTask.Registered()), Begun(number, atMs).Facts.Notice!, fault, atMs);

    private static TaskNotice Oa(TaskView view, long atMs) =>
        TaskNotices.Of(view, Rules, WorkingCalendar.MondayToFriday, TimeSpan.FromDays(7), atMs).Single(static notice => notice.Key == OfDue);

    private static ImmutableArray<TaskNotice> Notices(TaskView view, string day, WorkingCalendar? calendar = null) =>
        TaskNotices.Of(view, Rules, calendar ?? WorkingCalendar.MondayToFriday, TimeSpan.FromDays(7), SomeTask.Ms(day));
}
