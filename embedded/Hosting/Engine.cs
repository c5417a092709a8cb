using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans;
using Orleans.Runtime;

namespace OpsBoard.Embedded;

/// <summary>What all grains of a process share, from its start to its stop.</summary>
internal sealed partial class Engine : IHostedService, IDisposable
{
    private readonly GrainManifest _manifest;
    private ITimer? _collection;

    public Engine(IServiceProvider services, GrainManifest manifest, IOptions<EmbeddedOptions> options, TimeProvider clock, ILogger<Engine> logger)
    {
        _manifest = manifest;
        Services = services;
        Options = options.Value;
        Clock = clock;
        Logger = logger;
        Deadlines = new Deadlines(clock, Options.ResponseTimeout);
        Catalog = new Catalog(this);
        services.GetService<IMeterFactory>()?.Create("OpsBoard").CreateObservableGauge("opsboard.grains", () => Catalog.Count, "{grain}", "Grains that are active.");
    }

    public IServiceProvider Services { get; }

    public EmbeddedOptions Options { get; }

    public TimeProvider Clock { get; }

    public ILogger Logger { get; }

    public Deadlines Deadlines { get; }

    public Catalog Catalog { get; }

    public static SiloUnavailableException Unavailable() => new("The grain engine has not started, or stops.");

    /// <summary>Fails with <see cref="InvalidOperationException"/> if a grain or a message is not fit to run, and names each that is not.</summary>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _manifest.Check();
        Catalog.Open();
        _collection = Clock.CreateTimer(_ => Catalog.DeactivateIdle(Options.CollectionAge), null, Options.CollectionQuantum, Options.CollectionQuantum);
        return Task.CompletedTask;
    }

    /// <summary>Deactivates all grains, but waits no longer than <see cref="EmbeddedOptions.DeactivationTimeout"/>; then fails the calls still waiting.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        _collection?.Dispose();
        Catalog.Close();
        try
        {
            await Catalog
                .DeactivateAllAsync(new DeactivationReason(DeactivationReasonCode.ShuttingDown, "The host stops."))
                .WaitAsync(Options.DeactivationTimeout, Clock, cancellationToken);
        }
        catch (Exception reason) when (reason is TimeoutException or OperationCanceledException)
        {
            Log.LeftBehind(Logger, Catalog.Count);
        }

        Deadlines.Abandon(Unavailable());
    }

    public void Dispose()
    {
        _collection?.Dispose();
        Deadlines.Dispose();
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The engine stopped without waiting longer for {Count} grains.")]
        public static partial void LeftBehind(ILogger logger, int count);
    }
}
