using OpsBoard.Events;
using OpsBoard.Supervision;
using OpsBoard.Supervision.Notices;
using OpsBoard.Testing;
using OpsBoard.Units;

namespace OpsBoard.Silo;

public abstract partial class JournalContract
{
    [Fact]
    public async Task An_event_is_stored_once_and_never_overwritten()
    {
        var registered = SomeTask.Registered();

        var verdicts = await House.Store.AppendTasks([registered, registered, registered with { OccurredMs = registered.OccurredMs + 1 }]);

        Assert.Equal([Verdict.Accepted, Verdict.Duplicate, Verdict.Conflict], verdicts);
        Assert.Equal(registered.OccurredMs, Assert.Single(await House.Store.ReadTask(SomeTask.Id)).Event.OccurredMs);
    }

    [Fact]
    public async Task What_was_acknowledged_is_there_after_the_next_start_byte_for_byte()
    {
        TaskEvent[] events =
        [
            SomeTask.Registered(SomeTask.Plan(steps: [new(SomeTask.Week("2026-W07"), "方案")], quantity: new TaskQuantity(3, []))),
            .. SomeTask.Whole()[1..],
            SomeTask.Act(TaskAct.Explained, "2026-02-01", new TaskFacts(Week: SomeTask.Week("2026-W51"), Note: "𠮷·延期"), SomeTask.Lead),
            SomeFact.Done("2026-02-02").Event,
            SomeFact.Withdrawn("2026-02-02", said: "2026-02-03").Event,
            SomeFact.Survey().Event,
        ];
        await House.Store.AppendTasks(events);

        await House.Reopen();

        var kept = await House.Store.ReadTasks(Province);
        Assert.Equal(Lines(events), Lines(kept.Select(static record => record.Event)));
        Assert.All(kept, static record => Assert.Equal(Some.NowMs, record.ReceivedMs));
        Assert.Empty(await House.Store.ReadTasks(UnitPath.Parse("guangdong")));
    }

    [Fact]
    public async Task Who_saw_an_older_state_of_the_entry_is_not_let_in()
    {
        await House.Store.AppendTasks([SomeTask.Registered()]);

        var (first, second) = (await House.Store.AppendTask(SomeTask.Act(TaskAct.Assigned, "2026-01-06", id: "a"), 1), await House.Store.AppendTask(SomeTask.Act(TaskAct.HandedUp, "2026-01-06", id: "b"), 1));

        Assert.Equal((Verdict.Accepted, Verdict.Conflict), (first, second));
        Assert.Equal(TaskState.Assigned, TaskLedger.Of(SomeTask.Id, await House.Store.ReadTask(SomeTask.Id)).State);
    }

    [Fact]
    public async Task A_duty_of_the_name_of_an_entry_is_no_event_of_it()
    {
        await House.Store.AppendTasks([SomeTask.Registered(), SomeFact.Done("2026-02-02", SomeTask.Id.Id).Event]);

        Assert.Equal(TaskAct.Registered, Assert.Single(await House.Store.ReadTask(SomeTask.Id)).Event.Act);
        Assert.Equal(Verdict.Accepted, await House.Store.AppendTask(SomeTask.Act(TaskAct.Assigned, "2026-02-03"), 1));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task Whatever_the_order_the_batches_and_the_repetitions_the_ledger_is_the_same(int seed)
    {
        TaskEvent[] events = [.. SomeTask.Whole(), .. Further("zd-11"), .. Further("zd-12"), .. Further("zd-13")];

        await Send(events, new Random(seed));

        Assert.Equal(Ledger(events.Select(static each => new TaskRecord(each, 0))), Ledger(await House.Store.ReadTasks(Province)));
    }

    [Fact]
    public async Task What_an_entry_came_from_is_listed_once_however_often_it_was_said()
    {
        var origin = TaskOrigin.Parse("review:hainan/haikou/housing/w03:r5")!;
        await House.Store.AppendTasks(
        [
            SomeTask.Registered(SomeTask.Plan(origin: origin)),
            SomeTask.Act(TaskAct.Amended, "2026-01-06", new TaskFacts(SomeTask.Plan(origin: origin))),
            SomeTask.Registered(task: "zd-02"),
        ]);

        Assert.Equal([new OriginatedTask(origin, SomeTask.Id)], await House.Store.ReadOrigins(Province));
        Assert.Empty(await House.Store.ReadOrigins(UnitPath.Parse("guangdong")));
    }

    [Fact]
    public async Task Every_entry_tells_how_many_events_it_has()
    {
        await House.Store.AppendTasks([.. SomeTask.Whole(), .. Further("zd-11"), SomeTask.Act(TaskAct.Started, "2026-01-06", task: "zd-12"), SomeTask.Registered()]);

        var counts = await House.Store.CountTasks();

        Assert.Equal(["hainan/jiyang#zd-01 5", "hainan/jiyang#zd-11 4", "hainan/jiyang#zd-12 1"], counts.Select(static each => $"{each.Task} {each.Events}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Of_two_who_would_begin_the_same_attempt_to_send_a_notice_one_begins_it()
    {
        await House.Store.AppendTasks([SomeTask.Registered()]);
        var view = TaskLedger.Of(SomeTask.Id, await House.Store.ReadTask(SomeTask.Id));
        var key = new NoticeKey("late-3", SomeTask.Week("2026-W50"), "oa");

        var verdicts = await Task.WhenAll(
            House.Store.AppendTasks([NoticeEvents.Begun(view, key, 1, Some.NowMs, Some.NowMs)]), House.Store.AppendTasks([NoticeEvents.Begun(view, key, 1, Some.NowMs, Some.NowMs + 1)]));

        Assert.Equal([Verdict.Accepted, Verdict.Conflict], verdicts.Select(static each => each[0]).Order());
        Assert.Equal(key, Assert.Single(TaskLedger.Of(SomeTask.Id, await House.Store.ReadTask(SomeTask.Id)).Notices).Event.Facts.Notice!.Key);
    }

    private async Task Send(TaskEvent[] events, Random chance)
    {
        TaskEvent[] sent = [.. events, .. events.Take(7)];
        chance.Shuffle(sent);
        foreach (var batch in sent.Chunk(chance.Next(1, 6))) await House.Store.AppendTasks(batch);
    }

    private static string Ledger(IEnumerable<TaskRecord> records) =>
        string.Join('\n', TaskLedger.Of(Province, records).Select(static view => $"{view.Task} {view.State} {view.SinceMs} {view.Version} {string.Join(' ', view.Turns.Select(static turn => turn.Rule ?? "counts"))}"));

    private static IEnumerable<TaskEvent> Further(string task) =>
    [
        SomeTask.Registered(task: task), SomeTask.Act(TaskAct.Assigned, "2026-01-06", task: task), SomeTask.Act(TaskAct.HandedUp, "2026-01-06", task: task), SomeTask.Act(TaskAct.Returned, "2026-01-08", task: task),
    ];

    private static string Lines(IEnumerable<TaskEvent> events) =>
        string.Join('\n', events.Select(static each => $"{each with { Facts = TaskFacts.None }} {Convert.ToHexString(TaskFactsJson.Write(each.Facts))}").Order(StringComparer.Ordinal));
}
