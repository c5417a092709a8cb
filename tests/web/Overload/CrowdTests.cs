using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using OpsBoard.Testing;
using OpsBoard.Web.Board;
using OpsBoard.Web.Run;
using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Tests.Overload;

/// <summary>Many viewers, some of whom take little or nothing.</summary>
[Collection(NobodyBeside.Name)]
public sealed class CrowdTests(ITestOutputHelper output)
{
    private const string Hub = "GET /hubs/board HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n";

    private const int Each = 20;

    // What a connection may hold: one message as text and bytes, its pipe, its compression, and both ends of the line, which are in this process.
    private const long MostOfEach = 1 << 20;

    [Fact]
    public async Task Viewers_who_take_nothing_are_cut_off_and_the_others_see_every_change_meanwhile()
    {
        await using var server = await LiveServer.Start(LiveServer.Hainan, adjust: Impatient);
        using var counted = new CountedMetrics(server.Service<IServiceProvider>());
        await using var healthy = new Witnesses(server, count: 3);
        await healthy.Join();
        // What the first changes wake, grains and caches, would be counted with what the crowd is owed.
        await healthy.SeeEveryChangeUntil(() => healthy.Changes == 3);
        await using var frozen = await Crowd.Of(Each, server, static line => line.Stall());
        await using var slow = await Crowd.Of(Each, server, static line => line.Throttle(1024));
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var changes = await healthy.SeeEveryChangeUntil(() => counted["opsboard.viewers.cut"] >= Each);

        var grown = GC.GetTotalMemory(forceFullCollection: true) - before;
        output.WriteLine($"{changes} changes until {counted["opsboard.viewers.cut"]} viewers were cut off, {counted["opsboard.viewers.slowed"]} messages to slow ones, memory grown by {grown / 1024} KiB");
        Assert.InRange(grown, long.MinValue, MostOfEach * Each * 2);
    }

    [Fact]
    public async Task A_herd_is_let_in_at_the_pace_of_the_door_and_sources_notice_nothing()
    {
        await using var server = await LiveServer.Start(LiveServer.Hainan, adjust: static services => services.Configure<LiveOptions>(static options => options.ConnectsPerSecond = 1));
        var herd = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Knock(server)));

        var answer = await server.Post(SentEvent.Accepted("c1"));

        Assert.Equal(1, answer.GetProperty("accepted").GetInt32());
        Assert.Contains(herd, static answer => answer.StartsWith("HTTP/1.1 101 ", StringComparison.Ordinal));
        Assert.Contains(herd, static answer => answer.StartsWith("HTTP/1.1 503 ", StringComparison.Ordinal));
        Assert.All(herd, static answer => Assert.True(answer.StartsWith("HTTP/1.1 101 ", StringComparison.Ordinal) || (answer.Contains("Retry-After: ", StringComparison.Ordinal) && answer.Contains(ViewerDoor.TooManyConnects, StringComparison.Ordinal)), answer));
    }

    [Fact]
    public async Task The_stream_passes_the_same_door_as_the_hub()
    {
        await using var server = await LiveServer.Start(LiveServer.Hainan, adjust: static services => services.Configure<LiveOptions>(static options => options.MostViewersOfOne = 1));
        await using var viewer = await HubViewer.Connect(server.Address);

        using var stream = await server.Client.GetAsync("/api/v1/live?scope=hainan", HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.TooManyRequests, stream.StatusCode);
    }

    [Fact]
    public async Task A_stop_ends_hub_and_stream_alike_and_in_time()
    {
        await using var server = await LiveServer.Start(LiveServer.Hainan);
        await using var viewer = await HubViewer.Connect(server.Address);
        await viewer.Call("Subscribe", "hainan");
        await using var stream = await EventStream.Open(server.Client, "hainan");

        var (told, read) = (EndOf(viewer.Next(static (_, _) => false)), EndOf(stream.Next("never")));
        await server.Pause();

        await Task.WhenAll(told, read);
        await server.Resume();
    }

    // These viewers never say a word, which alone would end them after half a minute. The web server's own rate is asked for long before
    // anybody is cut off, and must not be what ends them: whoever takes a message in time is no concern of it.
    private static void Impatient(IServiceCollection services) => services
        // Little fits on the way to a viewer, so that it is soon full.
        .Configure<KestrelServerOptions>(static kestrel => kestrel.Limits.MaxResponseBufferSize = 4096)
        .Configure<ConnectionOptions>(static options => options.RateAfter = TimeSpan.FromSeconds(1.1))
        .Configure<HubOptions>(static options => options.ClientTimeoutInterval = TimeSpan.FromHours(1))
        .Configure<LiveOptions>(static options => (options.CutAfter, options.SlowAfter, options.SlowEvery, options.ConnectsPerSecond) = (TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1), 1000));

    private static async Task<string> Knock(LiveServer server)
    {
        using var line = await RawLine.To(server.Client.BaseAddress!);
        await line.Say(Hub);
        var answer = await line.HearUntil("\r\n\r\n");
        return answer.StartsWith("HTTP/1.1 101 ", StringComparison.Ordinal) || answer.Contains("reason", StringComparison.Ordinal) ? answer : answer + await line.HearUntil("reason");
    }

    private static async Task EndOf<T>(Task<T> endless)
    {
        await Assert.ThrowsAnyAsync<Exception>(() => endless);
        Assert.False(endless.Exception?.InnerException is TimeoutException, "The server never ended it.");
    }
}
