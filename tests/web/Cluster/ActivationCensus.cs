using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpsBoard.Silo.Hosting;
using OpsBoard.Silo.Journal;
using Orleans;
using Orleans.Runtime;

namespace OpsBoard.Web.Tests.Cluster;

/// <summary>Asks all silos again and again which grains are active on them, and notes those that are on two at once.</summary>
internal sealed class ActivationCensus : IAsyncDisposable
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(500);

    private readonly CancellationTokenSource _end = new();
    private readonly HashSet<string> _doubled = new(StringComparer.Ordinal);
    private readonly IHost _host;
    private readonly Task _asking;

    private ActivationCensus(IHost host)
    {
        _host = host;
        _asking = Ask();
    }

    /// <summary>Answers that were had: a silo that has just died lets the question fail.</summary>
    public int Answers { get; private set; }

    /// <summary>Grains that were seen active on two silos in the same answer, however long.</summary>
    public int Doubled => _doubled.Count;

    public static async Task<ActivationCensus> Begin(string database)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Cluster:Role"] = nameof(ServerRole.Web) });
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddOptions<JournalOptions>().Configure(journal => journal.Postgres = database);
        builder.Services.AddGrainHost(builder.Configuration);
        var host = builder.Build();
        await host.StartAsync();
        return new ActivationCensus(host);
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _asking;
        await _host.StopAsync();
        _host.Dispose();
        _end.Dispose();
    }

    private async Task Ask()
    {
        var silos = _host.Services.GetRequiredService<IGrainFactory>().GetGrain<IManagementGrain>(0);
        while (!_end.IsCancellationRequested)
        {
            try
            {
                var active = await silos.GetDetailedGrainStatistics().WaitAsync(_end.Token);
                _doubled.UnionWith(active.Where(static grain => !grain.GrainId.IsSystemTarget())
                    .GroupBy(static grain => grain.GrainId.ToString(), StringComparer.Ordinal)
                    .Where(static grain => grain.Select(static each => each.SiloAddress).Distinct().Count() > 1)
                    .Select(static grain => grain.Key));
                Answers++;
            }
            catch (Exception fault) when (fault is OrleansException or TimeoutException or OperationCanceledException)
            {
                // The next answer tells.
            }

            await Task.Delay(Every, TimeProvider.System, _end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
