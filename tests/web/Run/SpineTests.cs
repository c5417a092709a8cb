using System.Globalization;
using System.Net;
using System.Text.Json;
using OpsBoard.Testing;

namespace OpsBoard.Web.Tests.Run;

/// <summary>An event goes in by HTTP and comes out everywhere.</summary>
public sealed class SpineTests
{
    private const string County = "hainan/haikou";

    [Fact]
    public async Task An_event_is_in_the_answer_of_the_API()
    {
        await using var server = await LiveServer.Start();

        var answer = await server.Post(SentEvent.Accepted("c1", trips: 0));

        var board = await server.Board(County, Accepted(1));
        Assert.Equal(1, answer.GetProperty("accepted").GetInt32());
        Assert.Equal(1, board.GetProperty("counts").GetProperty("zeroTrip").GetInt32());
        Assert.Equal("1", board.GetProperty("shown").GetProperty($"{County}.accepted").GetProperty("t").GetString());
    }

    [Fact]
    public async Task An_event_is_in_the_next_frame_of_the_hub_and_a_tick_follows_the_snapshot()
    {
        await using var server = await LiveServer.Start(LiveServer.Hainan);
        await using var viewer = await HubViewer.Connect(server.Address);
        var snapshot = await viewer.Call("Subscribe", County);

        var (first, tick) = await viewer.Next();
        await server.Post(SentEvent.Accepted("c1"));
        var (_, patch) = await viewer.Next((name, body) => name == "Patch" && body.GetProperty("shown").TryGetProperty($"{County}.accepted", out var figure) && figure.GetProperty("t").GetString() == "1");

        Assert.Equal(0, snapshot.GetProperty("counts").GetProperty("accepted").GetInt32());
        Assert.Equal(("Tick", Version(snapshot)), (first, Version(tick)));
        Assert.Equal((snapshot.GetProperty("epoch").GetString(), true), (patch.GetProperty("epoch").GetString(), patch.GetProperty("baseVersion").GetInt64() >= Version(snapshot)));
    }

    [Fact]
    public async Task An_event_is_in_the_next_frame_of_the_event_stream()
    {
        await using var server = await LiveServer.Start(LiveServer.Hainan);
        await using var stream = await EventStream.Open(server.Client, County);
        var (first, _, _) = await stream.Next();
        var (second, _, _) = await stream.Next();

        await server.Post(SentEvent.Accepted("c1"));

        var (_, _, patch) = await stream.Next("patch");
        Assert.Equal(("snapshot", "tick"), (first, second));
        Assert.True(patch.GetProperty("freshness").TryGetProperty(County, out _));
    }

    [Fact]
    public async Task A_reader_that_was_away_goes_on_where_it_was()
    {
        await using var server = await LiveServer.Start(LiveServer.Hainan);
        await server.Post(SentEvent.Accepted("c1"));
        await server.Board(County, Accepted(1));
        await using var before = await EventStream.Open(server.Client, County);
        var (_, seen, _) = await before.Next();
        await server.Post(SentEvent.Accepted("c2"));
        await server.Board(County, Accepted(2));

        await using var after = await EventStream.Open(server.Client, County, lastEventId: seen);

        var (name, _, patch) = await after.Next();
        Assert.Equal(("patch", seen), (name, $"{patch.GetProperty("epoch").GetString()}.{patch.GetProperty("baseVersion").GetInt64().ToString(CultureInfo.InvariantCulture)}"));
    }

    [Theory]
    [InlineData("units")]
    [InlineData("wall")]
    public async Task An_event_is_in_the_page_before_any_script_runs(string page)
    {
        await using var server = await LiveServer.Start(LiveServer.Hainan);
        await server.Post(SentEvent.Accepted("c1"), SentEvent.Accepted("c2"));
        await server.Board(County, Accepted(2));

        var html = await server.Client.GetStringAsync($"/{page}/{County}");

        Assert.Matches($"data-k=\"{County}\\.accepted\"[^>]*>2<", html);
    }

    [Fact]
    public async Task After_a_restart_every_number_is_the_same_though_nobody_sends_again()
    {
        await using var server = await LiveServer.Start(LiveServer.Hainan);
        await server.Post(SentEvent.Accepted("c1", trips: 0), SentEvent.Completed("c1"), SentEvent.Accepted("c2"), SentEvent.Issued("t1"));
        var before = await server.Board("hainan", Accepted(2));

        await server.Restart();

        var after = await server.Get("/api/v1/units/hainan");
        var html = await server.Client.GetStringAsync("/units/hainan");
        Assert.Equal((Figures(before), "1"), (Figures(after), $"{after.GetProperty("gauges").GetProperty("waiting")}"));
        Assert.Matches("data-k=\"hainan\\.accepted\"[^>]*>2<", html);
    }

    [Fact]
    public async Task Repeated_and_reordered_batches_give_the_same_board()
    {
        await using var straight = await LiveServer.Start(LiveServer.Hainan);
        await using var mixed = await LiveServer.Start(LiveServer.Hainan);
        object[] events = [SentEvent.Accepted("c1", trips: 0), SentEvent.Completed("c1"), SentEvent.Accepted("c2", window: "hainan/sanya/health/w01"), SentEvent.Issued("t1")];

        await straight.Post(events);
        await mixed.Post(events[2..]);
        await mixed.Post(events.Reverse());
        await mixed.Post(events[..2]);

        var board = await straight.Board("hainan", Accepted(2));
        var other = await mixed.Board("hainan", board => Accepted(2)(board) && board.GetProperty("counts").GetProperty("completed").GetInt32() == 1);
        Assert.Equal(Figures(board), Figures(other));
    }

    [Fact]
    public async Task A_poll_that_has_the_newest_gets_304_with_the_tick_in_its_headers()
    {
        await using var server = await LiveServer.Start(LiveServer.Hainan);
        using var first = await server.Client.GetAsync("/api/v1/units/hainan");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/units/hainan");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var second = await server.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.All(["OpsBoard-Time", "OpsBoard-Build", "OpsBoard-Day", "OpsBoard-Feed-Age"], header => Assert.True(second.Headers.Contains(header), header));
    }

    [Theory]
    [InlineData("/api/v1/units/hainan/nowhere", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/units/HAINAN", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/live?scope=hainan/nowhere", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/units/hainan?period=tomorrow", HttpStatusCode.BadRequest)]
    [InlineData("/units/hainan/nowhere", HttpStatusCode.NotFound)]
    [InlineData("/wall/hainan/nowhere", HttpStatusCode.NotFound)]
    public async Task What_is_unknown_is_said_to_be(string address, HttpStatusCode status)
    {
        await using var server = await LiveServer.Start(LiveServer.Hainan);

        using var answer = await server.Client.GetAsync(address);

        Assert.Equal(status, answer.StatusCode);
    }

    [Theory]
    [InlineData("hainan/nowhere")]
    [InlineData("no path at all")]
    public async Task The_hub_refuses_an_unknown_scope_in_words(string scope)
    {
        await using var server = await LiveServer.Start(LiveServer.Hainan);
        await using var viewer = await HubViewer.Connect(server.Address);

        var fault = await viewer.Call("Subscribe", scope);

        Assert.Contains("HubException", fault.GetString()!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_unit_that_reports_without_being_registered_is_counted_and_listed_as_such()
    {
        await using var server = await LiveServer.Start();

        await server.Post(SentEvent.Accepted("c1"));

        var units = (await server.Get("/api/v1/units")).GetProperty("units").EnumerateArray().Select(static unit => $"{unit.GetProperty("unit")} {unit.GetProperty("registered")}");
        var html = await server.Client.GetStringAsync("/");
        Assert.Equal(["hainan False", "hainan/haikou False", "hainan/haikou/housing False", "hainan/haikou/housing/w01 False"], units);
        Assert.Contains("href=\"/units/hainan/haikou\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("live")]
    [InlineData("ready")]
    [InlineData("startup")]
    public async Task Health_is_told_without_a_key(string probe)
    {
        await using var server = await LiveServer.Start();

        using var answer = await server.Client.GetAsync($"/health/{probe}");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private static Func<JsonElement, bool> Accepted(int count) => board => board.GetProperty("counts").GetProperty("accepted").GetInt32() == count;

    private static long Version(JsonElement body) => body.GetProperty("version").GetInt64();

    /// <summary>Every count and gauge of the board and its children; not the versions, which depend on the batches.</summary>
    private static string Figures(JsonElement board) => string.Join('\n', board.GetProperty("children").EnumerateArray().Prepend(board)
        .Select(static row => $"{row.GetProperty("unit")} {row.GetProperty("counts")} {row.GetProperty("gauges")}"));
}
