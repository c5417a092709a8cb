using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpsBoard.Silo.Hosting;
using OpsBoard.Testing;
using Orleans;
using Orleans.Configuration;
using Orleans.Runtime;

namespace OpsBoard.Embedded;

/// <summary>
/// Hosts the grains of the tests on one silo of Microsoft Orleans, in the place of the fixture of the embedded engine. What grains do goes by the
/// manual clock; the silo's own limits go by real time, so they are short.
/// </summary>
public sealed class EngineFixture : IAsyncLifetime
{
    public static readonly TimeSpan ResponseTimeout = TimeSpan.FromSeconds(2);
    public static readonly TimeSpan CollectionAge = TimeSpan.FromSeconds(6);
    public static readonly TimeSpan CollectionQuantum = TimeSpan.FromSeconds(1);

    private readonly IHost _host;

    public EngineFixture()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Services.AddOptions<Silo.Journal.JournalOptions>();
        builder.Services.AddGrainHost(builder.Configuration);
        builder.Services.PostConfigure<SiloMessagingOptions>(static messaging => messaging.ResponseTimeout = ResponseTimeout);
        builder.Services.PostConfigure<GrainCollectionOptions>(static collection => (collection.CollectionAge, collection.CollectionQuantum) = (CollectionAge, CollectionQuantum));
        _host = builder.Build();
    }

    public IGrainFactory Grains => _host.Services.GetRequiredService<IGrainFactory>();

    internal ManualClock Clock { get; } = new();

    public async ValueTask InitializeAsync() => await _host.StartAsync(TestContext.Current.CancellationToken);

    /// <summary>Lets so much time pass for the engine and its grains.</summary>
    public async Task Pass(TimeSpan span)
    {
        Clock.Advance(span);
        await Task.Delay(span, TimeProvider.System);
    }

    /// <summary>For what happens some time after an instant, but not at it: lets time pass until the signal is given.</summary>
    public async Task PassUntil(Task signal, TimeSpan step)
    {
        while (!signal.IsCompleted) await Pass(step);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}
