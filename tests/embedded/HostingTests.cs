using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Orleans;
using Orleans.Runtime;

namespace OpsBoard.Embedded;

public sealed class HostingTests
{
    private static readonly Assembly Tests = Assembly.GetExecutingAssembly();

    [Fact]
    public async Task An_interface_without_a_grain_class_stops_the_start()
    {
        await using var engine = new EngineFixture(StrayInterface.With(typeof(int)));

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(engine.StartAsync);

        Assert.Contains($"{StrayInterface.Name}: no grain class implements it", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(typeof(object), "System.Object cannot be copied: use an array, List")]
    [InlineData(typeof(Unmarked), "Unmarked cannot be copied: mark it [GenerateSerializer]")]
    [InlineData(typeof(HalfMarked), "HalfMarked.Lost would be lost on the way: mark it [Id]")]
    [InlineData(typeof(List<Unmarked>), "Unmarked cannot be copied: mark it [GenerateSerializer]")]
    public async Task A_message_that_cannot_be_copied_stops_the_start(Type message, string complaint)
    {
        await using var engine = new EngineFixture(StrayInterface.With(message));

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(engine.StartAsync);

        Assert.Contains(complaint, failure.Message, StringComparison.Ordinal);
        Assert.Contains($"{StrayInterface.Name}.Send", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_grain_of_an_assembly_that_was_not_given_is_unknown()
    {
        await using var engine = new EngineFixture(typeof(FactAttribute).Assembly);
        await engine.StartAsync();

        var failure = Assert.Throws<ArgumentException>(() => engine.Grains.GetGrain<IDiaryGrain>("unknown"));

        Assert.Contains(nameof(IDiaryGrain), failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_before_the_start_is_refused()
    {
        await using var engine = new EngineFixture();

        await Assert.ThrowsAsync<SiloUnavailableException>(() => engine.Grains.GetGrain<IDiaryGrain>("early").Write("early"));
    }

    [Fact]
    public async Task A_full_mailbox_refuses_the_next_call_and_keeps_the_others()
    {
        await using var engine = new EngineFixture(Tests, mailboxLimit: 2);
        await engine.StartAsync();
        var grain = engine.Grains.GetGrain<IDiaryGrain>("full");
        var hold = grain.Hold();
        await Signals.Given("full held");
        var write = grain.Write("second");

        await Assert.ThrowsAsync<LimitExceededException>(() => grain.Write("third"));
        Signals.Give("full go");
        await Task.WhenAll(hold, write);

        Assert.Equal(["hold", "held", "second"], await grain.Read());
    }

    [Fact]
    public async Task The_stop_deactivates_every_grain()
    {
        await using var engine = new EngineFixture(Tests);
        await engine.StartAsync();
        await engine.Grains.GetGrain<IDiaryGrain>("stops").Write("active");

        await engine.StopAsync();

        Assert.True(Signals.Given("stops left: ShuttingDown").IsCompleted);
    }

    [Fact]
    public async Task The_stop_does_not_wait_for_ever_and_fails_the_calls_that_it_leaves()
    {
        await using var engine = new EngineFixture(Tests);
        await engine.StartAsync();
        var hold = engine.Grains.GetGrain<IDiaryGrain>("stuck").Hold();
        await Signals.Given("stuck held");

        var stop = engine.StopAsync();
        engine.Clock.Advance(EngineFixture.DeactivationTimeout);
        await stop;

        await Assert.ThrowsAsync<SiloUnavailableException>(() => hold);
    }

    [Fact]
    public async Task After_the_stop_no_grain_comes_to_life()
    {
        await using var engine = new EngineFixture(Tests);
        await engine.StartAsync();
        await engine.StopAsync();

        await Assert.ThrowsAsync<SiloUnavailableException>(() => engine.Grains.GetGrain<IDiaryGrain>("late").Write("late"));
    }

    [Fact]
    public void An_option_out_of_range_is_named_with_its_range()
    {
        var services = new ServiceCollection().AddEmbeddedGrains(options => options.MailboxLimit = 0).BuildServiceProvider();

        var failure = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IHostedService>());

        Assert.Contains("Embedded:MailboxLimit: 1 to 1000000.", failure.Message, StringComparison.Ordinal);
    }

    private sealed class Unmarked;

    [GenerateSerializer]
    private sealed class HalfMarked
    {
        [Id(0)]
        public int Kept { get; set; }

        public int Lost { get; set; }
    }
}
