using OpsBoard.Events;
using OpsBoard.Testing;
using OpsBoard.Units;

namespace OpsBoard.Supervision;

/// <summary>An entry of the ledger is a function of the set of its events.</summary>
public sealed class TaskFoldTests
{
    [Fact]
    public void A_task_goes_from_registered_over_assigned_progressing_and_requested_to_closed()
    {
        var view = SomeTask.View(SomeTask.Whole());

        Assert.Equal(
            [TaskState.Registered, TaskState.Assigned, TaskState.Progressing, TaskState.ClosureRequested, TaskState.Closed],
            view.Turns.Select(static turn => turn.State));
        Assert.All(view.Turns, static turn => Assert.Null(turn.Rule));
        Assert.Equal((TaskState.Closed, 5L, SomeTask.Ms("2026-03-05")), (view.State, view.Version, view.SinceMs));
    }

    [Fact]
    public void In_whatever_order_its_events_come_the_entry_is_the_same()
    {
        var events = SomeTask.Whole();

        var states = Permutations(events).Select(order => SomeTask.View(order)).Select(static view => $"{view.State} {view.SinceMs} {string.Join(' ', view.Turns.Select(static turn => turn.Record.Event.Act))}");

        Assert.Single(states.Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public void An_act_that_comes_before_the_registration_waits_for_it()
    {
        var early = SomeTask.View(SomeTask.Act(TaskAct.Assigned, "2026-01-06"));

        Assert.Equal((TaskState.Unregistered, Reasons.CannotFollow), (early.State, early.Turns[0].Rule));
        Assert.Equal(TaskState.Assigned, SomeTask.View(SomeTask.Act(TaskAct.Assigned, "2026-01-06"), SomeTask.Registered()).State);
    }

    [Theory]
    [InlineData(TaskAct.Closed)]
    [InlineData(TaskAct.ClosureRequested)]
    [InlineData(TaskAct.Returned)]
    [InlineData(TaskAct.Started)]
    [InlineData(TaskAct.Progressed)]
    public void What_cannot_follow_a_registration_is_kept_and_counts_nothing(TaskAct act)
    {
        var view = SomeTask.View(SomeTask.Registered(), SomeTask.Act(act, "2026-02-01", new TaskFacts(Amount: new TaskAmount(1, default))));

        Assert.Equal((TaskState.Registered, Reasons.CannotFollow), (view.State, view.Turns[1].Rule));
    }

    [Fact]
    public void A_second_registration_changes_nothing()
    {
        var view = SomeTask.View(SomeTask.Registered(), SomeTask.Registered(SomeTask.Plan(due: "2026-W10"), "2026-01-09"));

        Assert.Equal((SomeTask.Week("2026-W50"), Reasons.CannotFollow), (view.Plan!.Due, view.Turns[1].Rule));
    }

    [Fact]
    public void The_lead_unit_asks_for_the_closing_and_does_not_grant_it_itself()
    {
        TaskEvent[] before = SomeTask.Whole()[..4];

        var own = SomeTask.View([.. before, SomeTask.Act(TaskAct.Closed, "2026-03-05", by: SomeTask.Lead)]);

        Assert.Equal((TaskState.ClosureRequested, Reasons.NotYours), (own.State, own.Turns[^1].Rule));
    }

    [Fact]
    public void A_unit_that_only_supports_says_nothing_of_the_task()
    {
        var view = SomeTask.View([.. SomeTask.Whole()[..2], SomeTask.Act(TaskAct.Started, "2026-01-08", by: SomeTask.Support)]);

        Assert.Equal((TaskState.Assigned, Reasons.NotYours), (view.State, view.Turns[^1].Rule));
    }

    [Fact]
    public void After_another_unit_took_the_lead_the_former_one_says_nothing_more()
    {
        var view = SomeTask.View(
            [.. SomeTask.Whole()[..3], SomeTask.Act(TaskAct.Amended, "2026-02-01", new TaskFacts(SomeTask.Plan(lead: "hainan/jiyang/tax"))), SomeTask.Act(TaskAct.ClosureRequested, "2026-03-02", by: SomeTask.Lead)]);

        Assert.Equal(("hainan/jiyang/tax", TaskState.Progressing, Reasons.NotYours), ($"{view.Plan!.Lead}", view.State, view.Turns[^1].Rule));
    }

    [Fact]
    public void A_problem_is_solved_without_asking_and_its_events_are_of_its_own_family()
    {
        var problem = SomeTask.Registered(SomeTask.Plan(TaskKind.Blockage));

        var solved = SomeTask.View(problem, SomeTask.Act(TaskAct.Started, "2026-01-06", ofProblem: true), SomeTask.Act(TaskAct.Closed, "2026-02-01", ofProblem: true));
        var mistaken = SomeTask.View(problem, SomeTask.Act(TaskAct.Started, "2026-01-06"));

        Assert.Equal((TaskState.Closed, TaskState.Registered, Reasons.CannotFollow), (solved.State, mistaken.State, mistaken.Turns[^1].Rule));
    }

    [Fact]
    public void What_was_returned_goes_on_and_says_how_often()
    {
        var view = SomeTask.View([.. SomeTask.Whole()[..4], SomeTask.Act(TaskAct.Returned, "2026-03-03")]);

        Assert.Equal((TaskState.Progressing, 1, true), (view.State, view.Returns, view.IsReturned));
    }

    [Fact]
    public void Of_eight_problems_of_which_two_were_solved_and_two_handed_up_four_are_open_and_both_rates_are_told()
    {
        var rates = TaskRates.Of(EightProblems().GroupBy(static each => each.Task).Select(static group => TaskLedger.Of(group.Key, group.Select(static each => new TaskRecord(each, each.OccurredMs)))));

        Assert.Equal((8, 2, 2, 4), (rates.All, rates.Closed, rates.HandedUp, rates.Open));
        Assert.Equal("2/8 2/6", $"{rates.Closed}/{rates.All} {rates.Closed}/{rates.WithoutTransfers}");
    }

    [Fact]
    public void A_scope_holds_what_it_keeps_what_it_leads_and_what_it_supports()
    {
        TaskRecord[] records = [new(SomeTask.Registered(), 0)];

        Assert.Single(TaskLedger.Of(UnitPath.Parse("hainan"), records));
        Assert.Single(TaskLedger.Of(SomeTask.Lead, records));
        Assert.Single(TaskLedger.Of(SomeTask.Support, records));
        Assert.Single(TaskLedger.Of(UnitPath.Parse("hainan/~/housing"), records));
        Assert.Empty(TaskLedger.Of(UnitPath.Parse("hainan/jiyang/tax"), records));
        Assert.Empty(TaskLedger.Of(UnitPath.Parse("hainan/haikou"), records));
    }

    internal static IEnumerable<TaskEvent> EightProblems() => Enumerable.Range(1, 8).SelectMany(static number => Problem($"dd-0{number}", number));

    private static IEnumerable<TaskEvent> Problem(string task, int number)
    {
        yield return SomeTask.Registered(SomeTask.Plan(TaskKind.Blockage), task: task);
        yield return SomeTask.Act(TaskAct.Started, "2026-01-06", ofProblem: true, task: task);
        if (number <= 2) yield return SomeTask.Act(TaskAct.Closed, "2026-02-01", ofProblem: true, task: task);
        if (number is 3 or 4) yield return SomeTask.Act(TaskAct.HandedUp, "2026-02-02", ofProblem: true, task: task);
    }

    private static IEnumerable<TaskEvent[]> Permutations(TaskEvent[] events) => events.Length == 0
        ? [[]]
        : events.SelectMany(first => Permutations([.. events.Where(each => each != first)]).Select(rest => (TaskEvent[])[first, .. rest]));
}
