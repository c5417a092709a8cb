using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpsBoard.Journal;
using OpsBoard.LoadTest;
using OpsBoard.Silo.Journal;
using OpsBoard.Silo.Journal.Sqlite;
using OpsBoard.Testing;
using OpsBoard.Units;
using OpsBoard.Web.Board;
using OpsBoard.Web.Run;

namespace OpsBoard.Web.Tests.Run;

/// <summary>The whole product on a loopback port, with a journal in a folder of its own; it can be stopped and started again.</summary>
internal sealed class LiveServer : IAsyncDisposable
{
    private readonly TempDirectory _folder = new();
    private readonly Roster _roster;
    private DataDirectory _directory = null!;
    private WebApplication _app = null!;

    private readonly bool _open;

    private readonly TimeSpan _lookEvery;

    private Action<IServiceCollection> _adjust = static _ => { };

    private LiveServer(Roster roster, DateTimeOffset now, bool open, TimeSpan lookEvery) =>
        (_roster, Clock, _open, _lookEvery) = (roster, new StampClock(now), open, lookEvery);

    /// <summary>The roster of the simulated province.</summary>
    public static Roster Hainan { get; } = ReadHainan();

    /// <summary>Stamps and days follow it; timers are real.</summary>
    public StampClock Clock { get; }

    /// <summary>Refuses what a test says: a proxy that knows no WebSocket, a build that does not answer.</summary>
    public Doorkeeper Door { get; } = new();

    /// <summary>The build that the server calls itself from its next start on; null: its own.</summary>
    public string? Build { get; set; }

    public HttpClient Client { get; private set; } = null!;

    public string Address => Client.BaseAddress!.ToString().TrimEnd('/');

    public string Data => _folder.Path;

    /// <summary>Looks at the configuration files at once, instead of within five seconds.</summary>
    public void LookAtConfiguration() => _app.Services.GetRequiredService<ConfigurationWatch>().Look();

    public T Service<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public IJournal Journal => _app.Services.GetRequiredService<IJournal>();

    public static async Task<LiveServer> Start(Roster? roster = null, DateTimeOffset? now = null, bool open = true, TimeSpan? lookEvery = null, Action<IServiceCollection>? adjust = null)
    {
        var server = new LiveServer(roster ?? Roster.Empty, now ?? ManualClock.Opening, open, lookEvery ?? new UnitPacing().LookEvery) { _adjust = adjust ?? (static _ => { }) };
        await server.Start();
        return server;
    }

    public async Task Restart()
    {
        await Pause();
        await Resume();
    }

    /// <summary>Stops the server and lets go of its data directory.</summary>
    public Task Pause() => Stop();

    public Task Resume() => Start();

    /// <summary>Sends a batch and answers with what the intake said.</summary>
    public async Task<JsonElement> Post(params IEnumerable<object> events)
    {
        using var body = new StringContent(JsonSerializer.Serialize(events), Encoding.UTF8, "application/cloudevents-batch+json");
        using var answer = await Client.PostAsync("/api/v1/events", body);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public async Task<JsonElement> Get(string address) => await Client.GetFromJsonAsync<JsonElement>(address);

    /// <summary>Asks until the board is as expected: the intake answers when an event is durable, the board follows.</summary>
    public async Task<JsonElement> Board(string unit, Func<JsonElement, bool> until)
    {
        await using var stream = await EventStream.Open(Client, unit);
        return await stream.Snapshot(until);
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        _folder.Dispose();
    }

    private static Roster ReadHainan()
    {
        using var json = new MemoryStream();
        RosterWriter.Write(new Province(Province.DefaultWindows), json);
        return RosterReader.Read(json.ToArray(), "units.json");
    }

    private static string WebFolder([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(here, "../../../../web"));

    private async Task Start()
    {
        _directory = DataDirectory.Take(_folder.Path);
        var settings = new ServerSettings("http://127.0.0.1:0", _folder.Path, Roster: null, _open) { ContentRoot = WebFolder() };
        _app = Server.Build(settings, _directory, _roster, settings.Files.ReadTerms(), Clock, services =>
        {
            services.AddLogging(static logging => logging.ClearProviders());
            // Frames as often as the design allows, so that many of them are seen.
            services.Configure<JournalOptions>(static options => options.BallastMiB = 0);
            services.Configure<UnitPacing>(pacing => pacing.LookEvery = _lookEvery);
            services.Configure<LiveOptions>(static options =>
            {
                options.PaceEvery = options.DeskPaceEvery = TimeSpan.FromMilliseconds(20);
                options.TickEvery = TimeSpan.FromSeconds(1);
            });
            services.AddSingleton<IStartupFilter>(Door);
            _adjust(services);
            if (Build is not null) services.AddSingleton(new BuildIdentity(Build));
        });
        await Server.Start(_app, settings);
        _directory.Announce(_app.Urls.First());
        Client = new HttpClient { BaseAddress = new Uri(_app.Urls.First()) };
    }

    private async Task Stop()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        _directory.Dispose();
    }
}
