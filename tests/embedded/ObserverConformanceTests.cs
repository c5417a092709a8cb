using System.Runtime.CompilerServices;
using Orleans;

namespace OpsBoard.Embedded;

public sealed class ObserverConformanceTests(EngineFixture engine) : IClassFixture<EngineFixture>
{
    [Fact]
    public async Task An_observer_hears_what_it_is_told_in_order()
    {
        var teller = engine.Grains.GetGrain<ITellerGrain>("order");
        var listener = new Listener("order");
        await teller.Subscribe(engine.Grains.CreateObjectReference<IListener>(listener));

        await Task.WhenAll(Enumerable.Range(0, 100).Select(number => teller.Tell(new Parcel { Label = $"{number}" })));
        await Signals.Given("order heard 99");

        Assert.Equal(string.Join(' ', Enumerable.Range(0, 100)), string.Join(' ', listener.Heard.Select(news => news.Label)));
        GC.KeepAlive(listener);
    }

    [Fact]
    public async Task Each_observer_gets_news_of_its_own()
    {
        var teller = engine.Grains.GetGrain<ITellerGrain>("own");
        var one = new Listener("one");
        var other = new Listener("other");
        await teller.Subscribe(engine.Grains.CreateObjectReference<IListener>(one));
        await teller.Subscribe(engine.Grains.CreateObjectReference<IListener>(other));

        await teller.Tell(new Parcel { Label = "news" });
        await Task.WhenAll(Signals.Given("one heard news"), Signals.Given("other heard news"));

        Assert.NotSame(one.Heard[0], other.Heard[0]);
    }

    [Fact]
    public async Task A_failure_of_an_observer_reaches_the_grain_that_waits_for_it()
    {
        var teller = engine.Grains.GetGrain<ITellerGrain>("failure");
        var listener = new Listener("failure");
        var reference = engine.Grains.CreateObjectReference<IListener>(listener);

        var failure = await Assert.ThrowsAsync<ArgumentException>(() => teller.AskOne(reference, ""));

        Assert.StartsWith("Nothing was asked.", failure.Message, StringComparison.Ordinal);
        GC.KeepAlive(listener);
    }

    [Fact]
    public async Task An_observer_that_fails_when_notified_is_dropped()
    {
        var teller = engine.Grains.GetGrain<ITellerGrain>("dropped");
        var listener = new Listener("dropped");
        await teller.Subscribe(engine.Grains.CreateObjectReference<IListener>(listener));

        await teller.Ask("");

        Assert.Equal(0, await teller.Count());
        GC.KeepAlive(listener);
    }

    [Fact]
    public async Task An_observer_that_is_not_renewed_expires()
    {
        var teller = engine.Grains.GetGrain<ITellerGrain>("expires");
        var renewed = engine.Grains.CreateObjectReference<IListener>(new Listener("renewed"));
        var forgotten = engine.Grains.CreateObjectReference<IListener>(new Listener("forgotten"));
        await teller.Subscribe(renewed);
        await teller.Subscribe(forgotten);

        engine.Clock.Advance(TimeSpan.FromSeconds(40));
        await teller.Subscribe(renewed);
        engine.Clock.Advance(TimeSpan.FromSeconds(40));

        Assert.Equal(1, await teller.Count());
    }

    [Fact]
    public async Task Subscribing_again_does_not_tell_twice()
    {
        var teller = engine.Grains.GetGrain<ITellerGrain>("again");
        var listener = new Listener("again");
        var reference = engine.Grains.CreateObjectReference<IListener>(listener);
        await teller.Subscribe(reference);
        await teller.Subscribe(reference);

        await teller.Ask("once?");

        Assert.Single(listener.Heard);
    }

    [Fact]
    public async Task An_unsubscribed_observer_hears_no_more()
    {
        var teller = engine.Grains.GetGrain<ITellerGrain>("unsubscribed");
        var listener = new Listener("unsubscribed");
        var reference = engine.Grains.CreateObjectReference<IListener>(listener);
        await teller.Subscribe(reference);
        await teller.Unsubscribe(reference);

        await teller.Ask("anybody there?");

        Assert.Empty(listener.Heard);
    }

    [Fact]
    public async Task An_observer_that_nobody_else_holds_is_collected_and_its_calls_time_out()
    {
        var teller = engine.Grains.GetGrain<ITellerGrain>("collected");
        var (reference, observer) = Forgotten();

        GC.Collect();
        GC.WaitForPendingFinalizers();
        var ask = teller.AskOne(reference, "anybody there?");
        await Signals.Given("collected asked");
        await engine.Pass(EngineFixture.ResponseTimeout);

        Assert.False(observer.TryGetTarget(out _));
        await Assert.ThrowsAsync<TimeoutException>(() => ask);
    }

    [Fact]
    public async Task A_deleted_reference_leads_nowhere()
    {
        var teller = engine.Grains.GetGrain<ITellerGrain>("deleted");
        var listener = new Listener("deleted");
        var reference = engine.Grains.CreateObjectReference<IListener>(listener);
        engine.Grains.DeleteObjectReference<IListener>(reference);

        var ask = teller.AskOne(reference, "anybody there?");
        await Signals.Given("deleted asked");
        await engine.Pass(EngineFixture.ResponseTimeout);

        await Assert.ThrowsAsync<TimeoutException>(() => ask);
        Assert.Empty(listener.Heard);
    }

    [Fact]
    public async Task An_observer_itself_cannot_be_sent_only_its_reference()
    {
        var teller = engine.Grains.GetGrain<ITellerGrain>("itself");

        await Assert.ThrowsAnyAsync<Exception>(() => teller.Subscribe(new Listener("itself")));
    }

    // Apart, so that no local of the test keeps the listener alive.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private (IListener Reference, WeakReference<Listener> Observer) Forgotten()
    {
        var listener = new Listener("forgotten");
        return (engine.Grains.CreateObjectReference<IListener>(listener), new WeakReference<Listener>(listener));
    }
}
