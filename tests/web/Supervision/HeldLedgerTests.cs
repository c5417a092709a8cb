using Microsoft.Extensions.Options;
using OpsBoard.Supervision;
using OpsBoard.Testing;
using OpsBoard.Units;
using OpsBoard.Web.Board;

namespace OpsBoard.Web.Supervision;

/// <summary>The ledger is read once and then only where it grew, and whoever asks sees what was written before.</summary>
public sealed class HeldLedgerTests : IDisposable
{
    private static readonly UnitPath Hainan = UnitPath.Parse("hainan");

    private readonly ManualClock _clock = new();
    private readonly FakeTaskLedger _ledger;
    private readonly HeldLedger _held;

    public HeldLedgerTests()
    {
        _ledger = new FakeTaskLedger(_clock);
        _held = new HeldLedger(_ledger);
    }

    public void Dispose() => _held.Dispose();

    [Fact]
    public async Task An_entry_that_did_not_grow_is_not_read_again()
    {
        _ledger.Add(SomeTask.Registered(), SomeTask.Registered(task: "zd-02"));
        var first = await _held.Read(TestContext.Current.CancellationToken);
        _ledger.Add(SomeTask.Act(TaskAct.Assigned, "2026-01-06"));

        var second = await _held.Read(TestContext.Current.CancellationToken);
        var third = await _held.Read(TestContext.Current.CancellationToken);

        Assert.Equal((3, 0), _ledger.Reads);
        Assert.Equal([TaskState.Registered, TaskState.Assigned], new[] { first, second }.Select(static image => image.Entries[SomeTask.Id].State));
        Assert.Same(second, third);
    }

    [Fact]
    public async Task Where_much_grew_everything_is_read_in_one_go()
    {
        _ledger.Add(Enumerable.Range(0, 300).Select(static n => SomeTask.Registered(task: $"t-{n}")));

        var image = await _held.Read(TestContext.Current.CancellationToken);

        Assert.Equal((0, 1), _ledger.Reads);
        Assert.Equal(300, image.In(SomeTask.County).Count());
    }

    [Fact]
    public async Task A_scope_has_the_entries_that_it_keeps_leads_or_supports_and_no_others()
    {
        _ledger.Add(SomeTask.Registered(), SomeTask.Registered(SomeTask.Plan(lead: "hainan/haikou/taxation"), task: "zd-02"), SomeTask.Act(TaskAct.Assigned, "2026-01-06", task: "zd-03"));

        var image = await _held.Read(TestContext.Current.CancellationToken);

        Assert.Equal((2, 1, 1, 0), (image.In(Hainan).Count(), image.In(SomeTask.Lead).Count(), image.In(UnitPath.Parse("hainan/haikou")).Count(), image.In(UnitPath.Parse("hainan/sanya")).Count()));
    }

    [Fact]
    public async Task The_ledger_as_it_was_known_at_an_instant_has_what_had_come_by_then()
    {
        _ledger.Add(SomeTask.Registered());
        var then = _clock.GetUtcNow();
        _clock.Advance(TimeSpan.FromHours(1));
        _ledger.Add(SomeTask.Act(TaskAct.Assigned, "2026-01-06"));

        var image = await _held.Read(TestContext.Current.CancellationToken);

        Assert.Equal(TaskState.Registered, Assert.Single(image.In(Hainan, then.ToUnixTimeMilliseconds())).State);
    }

    [Fact]
    public async Task The_wall_is_told_what_is_behind_how_many_are_in_each_state_and_both_rates_of_problems()
    {
        string[] solved = ["d-1", "d-2"];
        string[] handedUp = ["d-3", "d-4"];
        _ledger.Add(Enumerable.Range(1, 8).Select(static n => SomeTask.Registered(SomeTask.Plan(TaskKind.Blockage), task: $"d-{n}")));
        _ledger.Add(Enumerable.Range(1, 8).Select(static n => SomeTask.Act(TaskAct.Started, "2026-01-06", ofProblem: true, task: $"d-{n}")));
        _ledger.Add(solved.Select(static task => SomeTask.Act(TaskAct.Closed, "2026-02-02", ofProblem: true, task: task)));
        _ledger.Add(handedUp.Select(static task => SomeTask.Act(TaskAct.HandedUp, "2026-02-02", ofProblem: true, task: task)));
        _ledger.Add(SomeTask.Registered(SomeTask.Plan(due: "2026-W44"), task: "zd-01"), SomeTask.Registered(SomeTask.Plan(due: "2026-W40"), task: "zd-02"));
        await _held.Read(TestContext.Current.CancellationToken);

        var shown = Board().ToDictionary(StringComparer.Ordinal);

        Assert.Equal(["6", "2"], new[] { LedgerRows.Open, LedgerRows.Behind }.Select(figure => shown[figure].Zh), StringComparer.Ordinal);
        Assert.Equal(["25.0%", "2/8", "33.3%", "2/6"], new[] { LedgerRows.Solved, LedgerRows.PartsOf(LedgerRows.Solved), LedgerRows.SolvedWithout, LedgerRows.PartsOf(LedgerRows.SolvedWithout) }.Select(figure => shown[figure].Zh), StringComparer.Ordinal);
        Assert.Equal(["2", "0", "4", "0", "2", "2"], TaskStates.All.Select(state => shown[LedgerRows.InState(state)].Zh), StringComparer.Ordinal);
        // 2026-W40 ended on the 4th of October; it is the 20th of November.
        Assert.Equal(["2026-W40", "46天", "2026-W44", ""], new[] { LedgerRows.Due(1), LedgerRows.Late(1), LedgerRows.Due(2), LedgerRows.Name(3) }.Select(figure => shown[figure].Zh), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("乡村公共设施维护管护", "乡村公共设施维护管护")]
    [InlineData("乡村公共设施维护和管护责任落实到村", "乡村公共设施维护和…")]
    [InlineData("Approve in ten days.", "Approve in ten days.")]
    [InlineData("Approve within ten days of asking", "Approve within ten…")]
    public async Task A_title_that_is_wider_than_a_wall_has_room_for_is_cut_and_says_so(string title, string shown)
    {
        _ledger.Add(SomeTask.Registered(SomeTask.Plan(due: "2026-W40") with { Title = title }));
        await _held.Read(TestContext.Current.CancellationToken);

        Assert.Equal(shown, Board().Single(static figure => figure.Key == LedgerRows.Name(1)).Value.Zh);
    }

    [Fact]
    public void Without_entries_there_is_no_rate_and_nothing_behind()
    {
        var shown = Board().ToDictionary(StringComparer.Ordinal);

        Assert.Equal((States.NoData, "0"), (shown[LedgerRows.Solved].State, shown[LedgerRows.Behind].Zh));
    }

    [Fact]
    public async Task A_replay_is_told_what_was_known_then()
    {
        _ledger.Add(SomeTask.Registered(SomeTask.Plan(due: "2026-W40")));
        await _held.Read(TestContext.Current.CancellationToken);

        Assert.Equal("0", Board(SomeTask.Ms("2026-11-01")).Single(static figure => figure.Key == LedgerRows.Open).Value.Zh);
    }

    private IEnumerable<KeyValuePair<string, Shown>> Board(long? atMs = null) =>
        new LedgerBoard(_held, Roster.Empty, Options.Create(new SupervisionOptions()), _clock).Of(Hainan, atMs ?? _clock.GetUtcNow().ToUnixTimeMilliseconds());
}
