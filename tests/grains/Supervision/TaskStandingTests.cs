using OpsBoard.Indicators.Milestones;
using OpsBoard.Testing;

namespace OpsBoard.Supervision;

/// <summary>By the quarter, watched by the month: a month that is short is ▲, a quarter ■; time, quantity and quality apart.</summary>
public sealed class TaskStandingTests
{
    [Theory]
    [InlineData("2026-03-29", TaskMark.None)]
    [InlineData("2026-03-30", TaskMark.Warning)]
    [InlineData("2026-04-05", TaskMark.Warning)]
    [InlineData("2026-04-06", TaskMark.Behind)]
    public void Within_its_last_week_an_entry_is_a_warning_and_overdue_after_it(string today, TaskMark mark) =>
        Assert.Equal(mark, Standing(today, SomeTask.Registered(SomeTask.Plan(due: "2026-W14"))).Time);

    [Theory]
    [InlineData("2026-02-28", TaskMark.None)]
    [InlineData("2026-03-01", TaskMark.Warning)]
    [InlineData("2026-03-31", TaskMark.Warning)]
    [InlineData("2026-04-01", TaskMark.Behind)]
    public void A_step_that_its_month_missed_is_a_warning_and_one_that_its_quarter_missed_a_fault(string today, TaskMark mark) =>
        Assert.Equal(mark, Standing(today, SomeTask.Registered(SomeTask.Plan(steps: [new(SomeTask.Week("2026-W07"), "方案")]))).Time);

    [Fact]
    public void A_step_that_was_reached_is_not_missed() => Assert.Equal(TaskMark.None, Standing(
        "2026-04-01",
        [SomeTask.Registered(SomeTask.Plan(steps: [new(SomeTask.Week("2026-W07"), "方案")])), .. SomeTask.Whole()[1..3], SomeTask.Act(TaskAct.Reached, "2026-02-10", new TaskFacts(Step: 1), SomeTask.Lead)]).Time);

    [Theory]
    [InlineData("2026-04-06", TaskMark.Explained)]
    [InlineData("2026-05-04", TaskMark.Behind)]
    public void A_delay_that_was_explained_is_no_silent_one_until_its_own_week_is_over(string today, TaskMark mark) => Assert.Equal(mark, Standing(
        today,
        SomeTask.Registered(SomeTask.Plan(due: "2026-W14")),
        SomeTask.Act(TaskAct.Explained, "2026-03-25", new TaskFacts(Week: SomeTask.Week("2026-W18"), Note: "招标流标"), SomeTask.Lead)).Time);

    // By the end of January 10, of March 30.
    [Theory]
    [InlineData("2026-01-31", 0, TaskMark.None)]
    [InlineData("2026-02-01", 9, TaskMark.Warning)]
    [InlineData("2026-02-01", 10, TaskMark.None)]
    [InlineData("2026-04-01", 29, TaskMark.Behind)]
    [InlineData("2026-05-01", 30, TaskMark.Warning)]
    [InlineData("2026-05-01", 40, TaskMark.None)]
    [InlineData("2027-01-01", 119, TaskMark.Behind)]
    public void What_the_month_lacks_is_a_warning_and_what_the_quarter_lacks_a_fault(string today, long done, TaskMark mark) =>
        Assert.Equal((TaskMark.None, mark), Quantity(today, new TaskAmount(done, MilestoneQualifier.Exact)));

    [Theory]
    [InlineData(MilestoneQualifier.AtLeast, TaskMark.None)]
    [InlineData(MilestoneQualifier.About, TaskMark.Warning)]
    public void At_least_ten_reaches_ten_and_about_ten_does_not(MilestoneQualifier qualifier, TaskMark mark) =>
        Assert.Equal(mark, Quantity("2026-02-01", new TaskAmount(10, qualifier)).Quantity);

    [Fact]
    public void A_province_may_set_what_a_month_and_a_quarter_are_worth()
    {
        var strict = new TaskStandards(MonthShort: TaskMark.Behind);
        var view = SomeTask.View(SomeTask.Registered(SomeTask.Plan(steps: [new(SomeTask.Week("2026-W07"), "方案")])));

        Assert.Equal(TaskMark.Behind, TaskStanding.Of(view, SomeTask.Ms("2026-03-01"), strict).Time);
    }

    [Fact]
    public void What_was_returned_is_marked_in_its_quality_alone_until_it_is_asked_for_again()
    {
        TaskEvent[] returned = [.. SomeTask.Whole()[..4], SomeTask.Act(TaskAct.Returned, "2026-03-03")];

        Assert.Equal(new TaskStanding(TaskMark.None, TaskMark.None, TaskMark.Warning), Standing("2026-03-04", returned));
        Assert.Equal(default, Standing("2026-03-06", [.. returned, SomeTask.Act(TaskAct.ClosureRequested, "2026-03-05", by: SomeTask.Lead)]));
    }

    [Fact]
    public void What_is_closed_or_handed_up_has_no_marks() =>
        Assert.Equal(default, Standing("2027-06-01", SomeTask.Whole()));

    private static (TaskMark Time, TaskMark Quantity) Quantity(string today, TaskAmount done)
    {
        var plan = SomeTask.Plan(due: "2026-W53", quantity: new TaskQuantity(120, [10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120]));
        var standing = Standing(
            today,
            SomeTask.Registered(plan), SomeTask.Act(TaskAct.Assigned, "2026-01-06"), SomeTask.Act(TaskAct.Started, "2026-01-07"), SomeTask.Act(TaskAct.Progressed, "2026-01-20", new TaskFacts(Amount: done)));
        return (today.StartsWith("2027", StringComparison.Ordinal) ? TaskMark.None : standing.Time, standing.Quantity);
    }

    private static TaskStanding Standing(string today, params IEnumerable<TaskEvent> events) => TaskStanding.Of(SomeTask.View(events), SomeTask.Ms(today), TaskStandards.Default);
}
