namespace OpsBoard.Embedded;

public sealed class LifeConformanceTests(EngineFixture engine) : IClassFixture<EngineFixture>
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task A_grain_without_calls_is_deactivated_and_the_next_call_finds_a_new_one()
    {
        var grain = engine.Grains.GetGrain<IDiaryGrain>("idle");
        var before = await grain.Activation();

        await engine.Pass(EngineFixture.CollectionAge + EngineFixture.CollectionQuantum);
        await Signals.Given("idle left: ActivationIdle");

        Assert.NotEqual(before, await grain.Activation());
    }

    [Fact]
    public async Task A_grain_that_is_called_stays()
    {
        var grain = engine.Grains.GetGrain<IDiaryGrain>("busy");
        var before = await grain.Activation();

        await engine.Pass(EngineFixture.CollectionAge / 2);
        await grain.Write("still here");
        await engine.Pass(EngineFixture.CollectionAge / 2);

        Assert.Equal(before, await grain.Activation());
    }

    [Fact]
    public async Task A_grain_that_asks_for_it_is_deactivated_after_the_call()
    {
        var grain = engine.Grains.GetGrain<IDiaryGrain>("leaves");
        var before = await grain.Activation();

        await grain.Leave();
        await Signals.Given("leaves left: ApplicationRequested");

        Assert.NotEqual(before, await grain.Activation());
    }

    [Fact]
    public async Task Calls_that_come_during_a_deactivation_reach_the_next_activation_in_order()
    {
        var grain = engine.Grains.GetGrain<IDiaryGrain>("never leaves");
        await grain.Write("of the former activation");
        await grain.Leave();
        await Signals.Given("never leaves left: ApplicationRequested");

        var first = grain.Write("first");
        var second = grain.Write("second");
        Signals.Give("never leaves go");
        await Task.WhenAll(first, second);

        Assert.Equal(["first", "second"], await grain.Read());
    }

    [Fact]
    public async Task A_failed_activation_tells_the_caller_and_does_not_poison_the_next()
    {
        var grain = engine.Grains.GetGrain<ISickGrain>("sick");

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => grain.Attempts());

        Assert.Equal("Not the first time.", failure.Message);
        Assert.Equal(2, await grain.Attempts());
    }

    [Fact]
    public async Task A_tick_waits_for_the_call_that_runs()
    {
        var grain = engine.Grains.GetGrain<IDiaryGrain>("tick waits");
        await grain.Tick(Second, interleave: false, keepAlive: false);
        var hold = grain.Hold();
        await Signals.Given("tick waits held");

        engine.Clock.Advance(Second);
        Signals.Give("tick waits go");
        await hold;

        Assert.Equal(["hold", "held", "tick"], await grain.Read());
    }

    [Fact]
    public async Task An_interleaving_tick_runs_while_a_call_waits()
    {
        var grain = engine.Grains.GetGrain<IDiaryGrain>("tick interleaves");
        await grain.Tick(Second, interleave: true, keepAlive: false);
        var hold = grain.Hold();
        await Signals.Given("tick interleaves held");

        engine.Clock.Advance(Second);
        var seen = await grain.ReadAtOnce();
        Signals.Give("tick interleaves go");
        await hold;

        Assert.Equal(["hold", "tick"], seen);
    }

    [Fact]
    public async Task A_timer_ticks_once_a_period()
    {
        var grain = engine.Grains.GetGrain<IDiaryGrain>("ticks");
        await grain.Tick(Second, interleave: false, keepAlive: false);

        engine.Clock.Advance(Second);
        await grain.Read();
        engine.Clock.Advance(Second);

        Assert.Equal(["tick", "tick"], await grain.Read());
    }

    [Fact]
    public async Task A_tick_that_fails_does_not_stop_the_timer()
    {
        var grain = engine.Grains.GetGrain<IDiaryGrain>("ticks fail");
        await grain.TickAndFail(Second);

        engine.Clock.Advance(Second);
        await grain.Read();
        engine.Clock.Advance(Second);

        Assert.Equal(["failing tick", "failing tick"], await grain.Read());
    }

    [Fact]
    public async Task A_disposed_timer_is_silent()
    {
        var grain = engine.Grains.GetGrain<IDiaryGrain>("silent");
        await grain.Tick(Second, interleave: false, keepAlive: false);
        await grain.StopTicking();

        engine.Clock.Advance(Second);

        Assert.Empty(await grain.Read());
    }

    [Fact]
    public async Task Ticks_do_not_keep_a_grain_and_end_with_it()
    {
        var grain = engine.Grains.GetGrain<IDiaryGrain>("ends");
        await grain.Tick(EngineFixture.CollectionAge / 2, interleave: false, keepAlive: false);
        await engine.Pass(EngineFixture.CollectionAge / 2);
        await Signals.Given("ends ticked");

        await engine.PassUntil(Signals.Given("ends left: ActivationIdle"), EngineFixture.CollectionQuantum);

        await Signals.Given("ends timer ended");
    }

    [Fact]
    public async Task Ticks_that_shall_keep_a_grain_do()
    {
        var grain = engine.Grains.GetGrain<IDiaryGrain>("kept");
        var before = await grain.Activation();
        await grain.Tick(EngineFixture.CollectionAge / 2, interleave: false, keepAlive: true);

        await engine.Pass(EngineFixture.CollectionAge / 2);
        await Signals.Given("kept ticked");
        await engine.Pass(EngineFixture.CollectionAge / 2);

        Assert.Equal(before, await grain.Activation());
    }
}
