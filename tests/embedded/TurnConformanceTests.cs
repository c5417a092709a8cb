using System.Collections.Immutable;
using Orleans;

namespace OpsBoard.Embedded;

public sealed class TurnConformanceTests(EngineFixture engine) : IClassFixture<EngineFixture>
{
    [Fact]
    public async Task Turns_run_one_at_a_time_even_in_a_reentrant_grain()
    {
        var grain = engine.Grains.GetGrain<IReentrantDiaryGrain>("one turn");

        var collided = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => grain.Collide()));

        Assert.DoesNotContain(true, collided);
    }

    [Fact]
    public async Task A_call_ends_before_the_next_one_starts()
    {
        var grain = engine.Grains.GetGrain<IDiaryGrain>("one call");

        var counts = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => grain.CountWithoutCare()));

        Assert.Equal(Enumerable.Range(1, 200), counts.Order());
    }

    [Fact]
    public async Task A_call_that_waits_keeps_others_out()
    {
        var grain = engine.Grains.GetGrain<IDiaryGrain>("keeps out");
        var hold = grain.Hold();
        await Signals.Given("keeps out held");

        var write = grain.Write("late");
        Signals.Give("keeps out go");
        await Task.WhenAll(hold, write);

        Assert.Equal(["hold", "held", "late"], await grain.Read());
    }

    [Fact]
    public async Task A_reentrant_grain_lets_others_in_while_a_call_waits()
    {
        var grain = engine.Grains.GetGrain<IReentrantDiaryGrain>("lets in");
        var hold = grain.Hold();
        await Signals.Given("lets in held");

        var seen = await grain.Read();
        Signals.Give("lets in go");
        await hold;

        Assert.Equal(["hold"], seen);
    }

    [Fact]
    public async Task A_method_that_always_interleaves_runs_while_a_call_waits_and_others_queue()
    {
        var grain = engine.Grains.GetGrain<IDiaryGrain>("interleaves");
        var hold = grain.Hold();
        await Signals.Given("interleaves held");
        var write = grain.Write("late");

        var seen = await grain.ReadAtOnce();
        Signals.Give("interleaves go");
        await Task.WhenAll(hold, write);

        Assert.Equal(["hold"], seen);
    }

    [Fact]
    public async Task A_call_that_waits_goes_on_in_a_turn_of_its_grain_and_not_where_the_signal_is_given()
    {
        var grain = engine.Grains.GetGrain<IDiaryGrain>("elsewhere");
        var answer = grain.GoesOnElsewhere();
        await Signals.Given("elsewhere held");

        // Once more, so that the call has surely begun to wait.
        await grain.ReadAtOnce();
        Signals.GiveEagerly();

        Assert.False(await answer);
    }

    [Fact]
    public async Task Calls_of_one_caller_to_a_grain_that_is_active_start_in_the_order_in_which_they_were_made()
    {
        var grain = engine.Grains.GetGrain<IDiaryGrain>("order");
        await grain.Read();
        var entries = Enumerable.Range(0, 500).Select(entry => $"{entry}").ToImmutableArray();

        await Task.WhenAll(entries.Select(grain.WriteAfterYielding));

        Assert.Equal(entries, await grain.Read());
    }

    [Fact]
    public async Task An_exception_reaches_the_caller_with_its_type_and_message()
    {
        var grain = engine.Grains.GetGrain<IDiaryGrain>("fails");

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => grain.Fail("The window is closed."));

        Assert.Equal("The window is closed.", failure.Message);
    }

    [Fact]
    public async Task A_grain_that_has_thrown_goes_on()
    {
        var grain = engine.Grains.GetGrain<IDiaryGrain>("goes on");
        await grain.Write("before");
        await Assert.ThrowsAsync<InvalidOperationException>(() => grain.Fail("The window is closed."));

        Assert.Equal(["before"], await grain.Read());
    }

    [Fact]
    public async Task Methods_may_return_value_tasks()
    {
        var grain = engine.Grains.GetGrain<IDiaryGrain>("value tasks");

        await grain.WriteValue("written");

        Assert.Equal("value tasks", await grain.Key());
        Assert.Equal(["written"], await grain.Read());
    }

    [Fact]
    public async Task References_to_one_grain_are_equal_and_name_its_key()
    {
        var grain = engine.Grains.GetGrain<IDiaryGrain>("equal");
        var same = engine.Grains.GetGrain<IDiaryGrain>("equal");
        var other = engine.Grains.GetGrain<IDiaryGrain>("other");

        Assert.Equal("equal", grain.GetPrimaryKeyString());
        Assert.True(grain.Equals(same));
        Assert.Equal(grain.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(grain, other);
        Assert.Equal(await grain.Activation(), await same.Activation());
    }

    [Fact]
    public async Task A_call_without_an_answer_times_out_and_the_message_names_method_and_key()
    {
        var grain = engine.Grains.GetGrain<IDiaryGrain>("hainan/jiyang");
        var hold = grain.Hold();
        await Signals.Given("hainan/jiyang held");

        await engine.Pass(EngineFixture.ResponseTimeout);

        var failure = await Assert.ThrowsAsync<TimeoutException>(() => hold);
        Assert.All(["IDiaryGrain", "Hold", "hainan/jiyang"], part => Assert.Contains(part, failure.Message, StringComparison.Ordinal));
        Signals.Give("hainan/jiyang go");
    }

    [Fact]
    public async Task A_call_that_timed_out_before_it_started_is_never_run()
    {
        var grain = engine.Grains.GetGrain<IDiaryGrain>("expired");
        var hold = grain.Hold();
        await Signals.Given("expired held");
        var write = grain.Write("expired");

        await engine.Pass(EngineFixture.ResponseTimeout);
        await Assert.ThrowsAsync<TimeoutException>(() => write);
        Signals.Give("expired go");
        await Assert.ThrowsAsync<TimeoutException>(() => hold);

        Assert.Equal(["hold", "held"], await grain.Read());
    }

    [Fact]
    public async Task A_grain_that_waits_for_itself_times_out()
    {
        var grain = engine.Grains.GetGrain<IDiaryGrain>("myself");
        var ask = grain.AskMyself();
        await Signals.Given("myself asked");

        await engine.Pass(EngineFixture.ResponseTimeout);

        await Assert.ThrowsAsync<TimeoutException>(() => ask);
    }

    [Fact]
    public async Task A_one_way_call_answers_before_it_has_run()
    {
        var grain = engine.Grains.GetGrain<IDiaryGrain>("one way");

        await grain.HoldOneWay();
        await Signals.Given("one way held");
        Signals.Give("one way go");

        Assert.Equal(["hold", "held"], await grain.Read());
    }

    [Fact]
    public async Task A_one_way_call_that_fails_troubles_nobody()
    {
        var grain = engine.Grains.GetGrain<IDiaryGrain>("one way fails");

        await grain.FailOneWay();

        Assert.Empty(await grain.Read());
    }
}
