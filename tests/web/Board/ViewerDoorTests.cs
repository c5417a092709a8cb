using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpsBoard.Testing;
using OpsBoard.Web.Run;
using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Board;

public sealed class ViewerDoorTests : IDisposable
{
    private readonly ManualClock _clock = new();
    private readonly LiveOptions _options = new() { MostViewers = 120, MostViewersOfOne = 100 };
    private readonly ServiceProvider _services = new ServiceCollection().AddLogging().AddProblemDetails().AddMetrics().AddSingleton<OpsBoardMetrics>().BuildServiceProvider();
    private readonly CountedMetrics _counted;
    private readonly TaskCompletionSource _leave = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ViewerDoorTests() => _counted = new CountedMetrics(_services);

    [Fact]
    public async Task Fifty_viewers_are_let_in_at_once_and_more_as_the_seconds_pass()
    {
        var door = Door(_clock);
        Connect(door, 50);

        var (refused, _) = await Refused(door);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Connect(door, 50);

        Assert.Equal((503, ViewerDoor.TooManyConnects, 100), (refused.Status, refused.Reason, door.Viewers));
        Assert.InRange(refused.RetryAfter, 1, 4);
        Assert.Equal(1, _counted[$"opsboard.viewers.refused {ViewerDoor.TooManyConnects}"]);
    }

    [Fact]
    public async Task One_address_has_no_more_connections_than_its_share_and_others_are_let_in()
    {
        var door = Door(_clock);
        ConnectSlowly(door, 100);

        var (refused, _) = await Refused(door);
        Connect(door, 1, address: "10.0.0.2");

        Assert.Equal((429, ViewerDoor.TooManyViewersOfOne, 101), (refused.Status, refused.Reason, door.Viewers));
    }

    [Fact]
    public async Task All_together_are_no_more_than_the_server_serves()
    {
        var door = Door(_clock);
        ConnectSlowly(door, 100);
        Connect(door, 20, address: "10.0.0.2");

        var (refused, _) = await Refused(door, address: "10.0.0.3");

        Assert.Equal((503, ViewerDoor.TooManyViewers), (refused.Status, refused.Reason));
    }

    [Fact]
    public async Task Who_goes_leaves_a_place()
    {
        var door = Door(_clock);
        var connected = Connect(door, 50);

        _leave.SetResult();
        await Task.WhenAll(connected);

        Assert.Equal(0, door.Viewers);
    }

    [Fact]
    public async Task A_thousand_viewers_are_shown_out_one_after_the_other_over_the_configured_time()
    {
        var leaving = await ShowOut(viewers: 1000);

        Assert.Equal(Enumerable.Range(0, 1000).Select(static i => 5_000L * i / 1000), leaving);
    }

    [Fact]
    public async Task A_few_viewers_are_shown_out_in_the_time_that_lets_them_in_again()
    {
        var leaving = await ShowOut(viewers: 5);

        Assert.Equal([0, 20, 40, 60, 80], leaving);
    }

    [Fact]
    public async Task Nobody_is_let_in_once_the_server_stops()
    {
        var door = Door(_clock);
        await door.ShowOut();

        var (refused, _) = await Refused(door);

        Assert.Equal((503, ViewerDoor.Stopping, true), (refused.Status, refused.Reason, door.IsStopping));
    }

    public void Dispose()
    {
        _leave.TrySetResult();
        _counted.Dispose();
        _services.Dispose();
    }

    private ViewerDoor Door(TimeProvider clock) => new(Options.Create(_options), clock, _services.GetRequiredService<OpsBoardMetrics>());

    private Task[] Connect(ViewerDoor door, int viewers, string address = "10.0.0.1") =>
        [.. Enumerable.Range(0, viewers).Select(_ => door.Admit(Http(address), _ => _leave.Task))];

    private void ConnectSlowly(ViewerDoor door, int viewers)
    {
        for (var i = 0; i < viewers; i += 50)
        {
            Connect(door, Math.Min(50, viewers - i));
            _clock.Advance(TimeSpan.FromSeconds(1));
        }
    }

    private async Task<((int Status, string Reason, int RetryAfter) Answer, HttpContext Http)> Refused(ViewerDoor door, string address = "10.0.0.1")
    {
        var http = Http(address);
        using var body = new MemoryStream();
        http.Response.Body = body;
        await door.Admit(http, static _ => throw new InvalidOperationException("The viewer was let in."));
        var reason = JsonSerializer.Deserialize<JsonElement>(body.ToArray()).GetProperty("reason").GetString()!;
        return ((http.Response.StatusCode, reason, int.Parse(http.Response.Headers.RetryAfter.ToString(), null)), http);
    }

    private DefaultHttpContext Http(string address) => new() { RequestServices = _services, Connection = { RemoteIpAddress = IPAddress.Parse(address) } };

    /// <summary>When each of them was asked to go, in milliseconds of the clock since the stop began.</summary>
    private async Task<IEnumerable<long>> ShowOut(int viewers)
    {
        (_options.MostViewers, _options.MostViewersOfOne, _options.ConnectsPerSecond) = (viewers, viewers, viewers);
        var clock = new EagerClock(ManualClock.Opening);
        var door = Door(clock);
        var ends = new List<DateTimeOffset>();
        for (var i = 0; i < viewers; i++)
        {
            var http = Http("10.0.0.1");
            _ = door.Admit(http, http =>
            {
                http.Features.GetRequiredFeature<Viewer>().Ending.Register(() => ends.Add(clock.GetUtcNow()));
                return _leave.Task;
            });
        }

        _options.ConnectsPerSecond = 50;
        var began = clock.GetUtcNow();
        await door.ShowOut();
        return ends.Select(end => (long)(end - began).TotalMilliseconds);
    }
}
