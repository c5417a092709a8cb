using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using OpsBoard.LoadTest;
using OpsBoard.Peers;

namespace OpsBoard.Web.Tests.LoadTest;

/// <summary>A peer in this process, with its database where it has one.</summary>
internal sealed class RunningPeer : IAsyncDisposable
{
    private readonly DataPlace _data;
    private readonly Database? _database;
    private readonly WebApplication _app;
    private readonly HttpClient _http;

    private RunningPeer(DataPlace data, Database? database, WebApplication app)
    {
        (_data, _database, _app) = (data, database, app);
        _http = LoadClient.To(new Uri(app.Urls.First()));
    }

    /// <summary>Skips the test where the peer's package is missing.</summary>
    /// <param name="name">Of the peer.</param>
    public static async Task<RunningPeer> Start(string name)
    {
        var peer = Peer.All.Single(peer => peer.Name == name);
        Assert.SkipWhen(peer.Package is { } package && package.Find() is null, $"skipped: {peer.Package?.Name} is missing");
        var data = DataPlace.Make(new Province(Province.FewestWindows));
        var site = new LoadSite(CorePlan.None, 1, new ProgressLine(TextWriter.Null, isTerminal: false), TimeProvider.System, TestContext.Current.CancellationToken);
        var database = peer.StartDatabase is { } start ? await start(data, site) : null;
        try
        {
            var app = await PeerServer.Build(name, database?.Store ?? Path.Combine(data.Path, name));
            await app.StartAsync(TestContext.Current.CancellationToken);
            return new(data, database, app);
        }
        catch
        {
            // A database that nobody ends would outlive the tests.
            if (database is not null) await database.DisposeAsync();
            throw;
        }
    }

    /// <summary>Sends a batch.</summary>
    /// <returns>How many of it were told as new, and how many as known.</returns>
    public async Task<(int Accepted, int Duplicate)> Send(params string[] events)
    {
        using var body = new StringContent($"[{string.Join(',', events)}]", Encoding.UTF8, new MediaTypeHeaderValue("application/cloudevents-batch+json"));
        using var answer = await _http.PostAsync(new Uri("api/v1/events", UriKind.Relative), body);
        var counts = await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
        return (counts.GetProperty("accepted").GetInt32(), counts.GetProperty("duplicate").GetInt32());
    }

    /// <summary>What it says that it holds, once all levels say the same.</summary>
    public Task<OpsBoard.LoadTest.PeerCounts> Counted() => OpsBoard.LoadTest.PeerCounts.Await(_http, TimeProvider.System, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
        if (_database is not null) await _database.DisposeAsync();
        _data.Dispose();
    }
}
