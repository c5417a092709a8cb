using System.Collections.Immutable;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans;
using OpsBoard.Board;
using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Silo.Hosting;
using OpsBoard.Silo.Journal.Sqlite;
using OpsBoard.Units;

namespace OpsBoard.Testing;

/// <summary>A journal and its grains in one host: events go in, boards are watched.</summary>
internal sealed class Office : IAsyncDisposable
{
    private readonly TempDirectory _folder = new();
    private readonly Roster _roster;
    private readonly bool _losesTouches;
    private readonly string _lookEvery;
    private DataDirectory _directory = null!;
    private IHost _host = null!;

    private Office(Roster roster, bool losesTouches, string lookEvery) => (_roster, _losesTouches, _lookEvery) = (roster, losesTouches, lookEvery);

    /// <summary>Stamps and days follow it; timers are real, and every test waits for what it expects.</summary>
    public StampClock Clock { get; } = new(ManualClock.Opening);

    public Roster Roster => _roster;

    public IGrainFactory Grains => _host.Services.GetRequiredService<IGrainFactory>();

    public IJournal Journal => _host.Services.GetRequiredService<IJournal>();

    public static async Task<Office> Open(Roster? roster = null, bool losesTouches = false, string lookEvery = "00:00:00.100")
    {
        var office = new Office(roster ?? Roster.Empty, losesTouches, lookEvery);
        await office.Start();
        return office;
    }

    public async Task<ImmutableArray<Verdict>> Append(params ServiceEvent[] events) => await Journal.Append(events);

    public async Task<BoardState> Board(IUnitGrain grain, Func<BoardState, bool> until)
    {
        var watch = new BoardWatch(until);
        var reference = Grains.CreateObjectReference<IBoardObserver>(watch);
        watch.OnBoardChanged(await grain.Subscribe(reference));
        var board = await watch.Found;
        await grain.Unsubscribe(reference);
        // The engine holds observers weakly, and whoever waits holds the answer only: collected meanwhile, it would never come.
        GC.KeepAlive(watch);
        return board;
    }

    public IProvinceGrain Province => Grains.GetGrain<IProvinceGrain>("hainan");

    public async Task Restart()
    {
        await Stop();
        await Start();
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        _folder.Dispose();
    }

    private async Task Start()
    {
        _directory = DataDirectory.Take(_folder.Path);
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Units:LookEvery"] = _lookEvery });
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Services.AddSilo(builder.Configuration, _directory, _roster, CountingTerms.Default);
        if (_losesTouches) builder.Services.AddSingleton<ITouches, LostTouches>();
        _host = builder.Build();
        await _host.StartAsync();
    }

    private async Task Stop()
    {
        await _host.StopAsync();
        await ((IAsyncDisposable)_host).DisposeAsync();
        _directory.Dispose();
    }

    private sealed class LostTouches : ITouches
    {
        public void Touched(ImmutableArray<WindowChange> windows)
        {
        }
    }
}
