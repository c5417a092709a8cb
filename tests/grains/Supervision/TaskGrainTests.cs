using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpsBoard.Embedded;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Supervision.Notices;
using OpsBoard.Testing;
using Orleans;

namespace OpsBoard.Supervision;

/// <summary>The grain of an entry lets somebody act who has seen it, and nobody who has not.</summary>
public sealed class TaskGrainTests : IAsyncLifetime
{
    private readonly ManualClock _clock = new();
    private readonly FakeTaskLedger _ledger;
    private readonly ServiceProvider _services;

    public TaskGrainTests()
    {
        _ledger = new FakeTaskLedger(_clock);
        _services = new ServiceCollection().AddSingleton<TimeProvider>(_clock).AddSingleton<ITaskLedger>(_ledger).AddEmbeddedGrains(static _ => { }, typeof(ITaskGrain).Assembly).BuildServiceProvider();
    }

    private ITaskGrain Entry => _services.GetRequiredService<IGrainFactory>().GetGrain<ITaskGrain>($"{SomeTask.Id}");

    private TaskView Kept => SomeTask.View(_ledger.Records.Select(static record => record.Event));

    public async ValueTask InitializeAsync() => await _services.GetRequiredService<IHostedService>().StartAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _services.GetRequiredService<IHostedService>().StopAsync(CancellationToken.None);
        await _services.DisposeAsync();
    }

    [Fact]
    public async Task Act_after_act_each_with_the_version_that_was_seen_takes_an_entry_to_its_end()
    {
        var answers = new List<TaskAnswer>();
        var version = 0;

        foreach (var act in SomeTask.Whole()) answers.Add(await Entry.Act(act, version++));

        Assert.All(answers, static answer => Assert.Equal(Verdict.Accepted, answer.Verdict));
        Assert.Equal([TaskState.Registered, TaskState.Assigned, TaskState.Progressing, TaskState.ClosureRequested, TaskState.Closed], answers.Select(static answer => answer.State));
    }

    [Fact]
    public async Task Of_two_who_saw_the_same_version_one_acts_and_the_other_is_told_the_state_that_came_of_it()
    {
        await Entry.Act(SomeTask.Registered(), 0);

        var answers = await Task.WhenAll(Entry.Act(SomeTask.Act(TaskAct.Assigned, "2026-01-06", id: "a"), 1), Entry.Act(SomeTask.Act(TaskAct.HandedUp, "2026-01-06", id: "b"), 1));

        Assert.Equal([new TaskAnswer(Verdict.Accepted, null, TaskState.Assigned), new TaskAnswer(Verdict.Conflict, null, TaskState.Assigned)], answers);
        Assert.Equal(2, Kept.Version);
    }

    [Fact]
    public async Task What_a_source_told_meanwhile_is_seen_before_anybody_acts_on_less()
    {
        await Entry.Act(SomeTask.Registered(), 0);
        _ledger.Add(SomeTask.Act(TaskAct.Assigned, "2026-01-06"));

        var (behind, ahead) = (await Entry.Act(SomeTask.Act(TaskAct.HandedUp, "2026-01-07"), 1), await Entry.Act(SomeTask.Act(TaskAct.Started, "2026-01-07"), 2));

        Assert.Equal((Verdict.Conflict, Verdict.Accepted), (behind.Verdict, ahead.Verdict));
        Assert.Equal(TaskState.Progressing, Kept.State);
    }

    [Fact]
    public async Task What_another_activation_wrote_between_reading_and_storing_is_not_written_over()
    {
        await Entry.Act(SomeTask.Registered(), 0);
        _ledger.Meanwhile = () => _ledger.Add(SomeTask.Act(TaskAct.HandedUp, "2026-01-06"));

        var answer = await Entry.Act(SomeTask.Act(TaskAct.Assigned, "2026-01-06"), 1);

        Assert.Equal(new TaskAnswer(Verdict.Conflict, null, TaskState.HandedUp), answer);
    }

    [Fact]
    public async Task A_notice_that_is_sent_meanwhile_is_in_nobodys_way()
    {
        await Entry.Act(SomeTask.Registered(), 0);
        _ledger.Meanwhile = () => _ledger.Add(NoticeEvents.Begun(Kept, new NoticeKey("due", SomeTask.Week("2026-W50"), "office"), 1, 0, 0));

        var answer = await Entry.Act(SomeTask.Act(TaskAct.Assigned, "2026-01-06"), 1);

        Assert.Equal(new TaskAnswer(Verdict.Accepted, null, TaskState.Assigned), answer);
        Assert.Equal((2, 1), ((int)Kept.Version, Kept.Notices.Length));
    }

    [Fact]
    public async Task An_act_that_is_told_twice_is_a_duplicate_in_the_journal_and_never_two_acts()
    {
        await Entry.Act(SomeTask.Registered(), 0);
        var act = SomeTask.Act(TaskAct.Explained, "2026-01-06", new TaskFacts(Week: SomeTask.Week("2026-W52"), Note: "系统对接延后"));

        var (first, again) = (await Entry.Act(act, 1), await Entry.Act(act, 1));

        Assert.Equal((Verdict.Accepted, Verdict.Conflict), (first.Verdict, again.Verdict));
        Assert.Equal(2, Kept.Version);
    }

    [Fact]
    public async Task An_identity_that_another_act_took_is_a_conflict_and_not_tried_for_ever()
    {
        await Entry.Act(SomeTask.Registered(), 0);
        await Entry.Act(SomeTask.Act(TaskAct.Assigned, "2026-01-06", id: "a"), 1);

        var answer = await Entry.Act(SomeTask.Act(TaskAct.Started, "2026-01-07", id: "a"), 2);

        Assert.Equal((Verdict.Conflict, TaskState.Assigned), (answer.Verdict, answer.State));
    }

    [Theory]
    [InlineData(TaskAct.Closed, "cannot_follow")]
    [InlineData(TaskAct.Returned, "cannot_follow")]
    public async Task What_cannot_follow_is_not_stored(TaskAct act, string rule)
    {
        await Entry.Act(SomeTask.Registered(), 0);

        var answer = await Entry.Act(SomeTask.Act(act, "2026-01-06"), 1);

        Assert.Equal(new TaskAnswer(Verdict.Rejected, rule, TaskState.Registered), answer);
        Assert.Single(_ledger.Records);
    }
}
