using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpsBoard.Embedded;
using OpsBoard.Testing;
using Orleans;

namespace OpsBoard.Embedded;

/// <summary>Hosts the grains of the tests. Nothing else in the conformance tests knows which engine runs them.</summary>
public sealed class EngineFixture : IAsyncLifetime
{
    public static readonly TimeSpan ResponseTimeout = TimeSpan.FromSeconds(30);
    public static readonly TimeSpan CollectionAge = TimeSpan.FromMinutes(15);
    public static readonly TimeSpan CollectionQuantum = TimeSpan.FromMinutes(1);
    public static readonly TimeSpan DeactivationTimeout = TimeSpan.FromSeconds(10);

    private readonly ServiceProvider _services;

    public EngineFixture()
        : this(Assembly.GetExecutingAssembly())
    {
    }

    internal EngineFixture(Assembly grains, int mailboxLimit = 5_000) =>
        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(Clock)
            .AddEmbeddedGrains(
                options =>
                {
                    options.ResponseTimeout = ResponseTimeout;
                    options.CollectionAge = CollectionAge;
                    options.CollectionQuantum = CollectionQuantum;
                    options.DeactivationTimeout = DeactivationTimeout;
                    options.MailboxLimit = mailboxLimit;
                },
                grains)
            .BuildServiceProvider();

    public IGrainFactory Grains => _services.GetRequiredService<IGrainFactory>();

    internal ManualClock Clock { get; } = new();

    private IHostedService Host => _services.GetRequiredService<IHostedService>();

    public async ValueTask InitializeAsync() => await StartAsync();

    public Task StartAsync() => Host.StartAsync(TestContext.Current.CancellationToken);

    public Task StopAsync() => Host.StopAsync(CancellationToken.None);

    /// <summary>Lets so much time pass for the engine and its grains.</summary>
    public Task Pass(TimeSpan span)
    {
        Clock.Advance(span);
        return Task.CompletedTask;
    }

    /// <summary>For what happens some time after an instant, but not at it: lets time pass until the signal is given.</summary>
    public async Task PassUntil(Task signal, TimeSpan step)
    {
        for (var steps = 0; !signal.IsCompleted && steps < 10_000; steps++)
        {
            Clock.Advance(step);
            await Task.Yield();
        }

        await signal;
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
