using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text.Json;
using OpsBoard.Journal;
using OpsBoard.LoadTest;
using OpsBoard.Units;
using OpsBoard.Web.Board;
using OpsBoard.Web.Replay;
using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Screens.Replay;

/// <summary>The real server: what it showed, and what it says later that it showed.</summary>
public sealed class ReplayServerTests
{
    private static readonly DateOnly Friday = new(2026, 11, 20);
    private static readonly DateTimeOffset From = new(Friday, new TimeOnly(9, 30), BusinessDay.Offset);
    private static readonly UnitPath Hainan = UnitPath.Parse("hainan");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_frame_of_a_recorded_instant_prints_what_was_shown_then()
    {
        await using var server = await LiveServer.Start(LiveServer.Hainan, From, lookEvery: TimeSpan.FromMilliseconds(200));
        var shown = new ConcurrentDictionary<(long AtMs, long Version), Frame>();
        using var end = new CancellationTokenSource();
        var watching = Watch(server, shown, end.Token);

        await Play(server, TimeSpan.FromMinutes(20));
        await end.CancelAsync();
        await watching;

        var replays = server.Service<IReplays>();
        var compared = 0;
        foreach (var atMs in shown.Keys.Select(static key => key.AtMs).Distinct().Order())
        {
            var answer = await replays.Show(Hainan, atMs, Cancel);
            if (answer.Frame is not { Behind: 0 } replay || replay.AtMs != atMs || !shown.TryGetValue((atMs, replay.Frame.Board.Version), out var live)) continue;
            compared++;
            Assert.Equal(Lines(live, server), Lines(replay.Frame, server));
        }

        Assert.True(compared > 5, $"{compared} of {shown.Count} frames were recorded and seen");
    }

    [Fact]
    public async Task What_comes_after_an_instant_is_listed_and_not_in_its_frame()
    {
        await using var server = await LiveServer.Start(now: From);
        await server.Post(SentEvent.Accepted("c1", at: From), SentEvent.Accepted("c2", at: From));
        await Shows(server, 2);
        var then = await Recorded(server);

        server.Clock.Now = From.AddMinutes(30);
        await server.Post(SentEvent.Accepted("c3", at: From), SentEvent.Of("correction", "x", "hainan/haikou/housing/w01", From.AddMinutes(30), new { target = "c1-accepted", revision = 1 }));
        await Shows(server, 2);

        var replay = await server.Get($"/api/v1/replay/hainan?at={ReplayInstant.Write(then)}");
        Assert.Equal("2", replay.GetProperty("shown").GetProperty("hainan.accepted").GetProperty("t").GetString());
        Assert.Equal((1, 1), (replay.GetProperty("later").GetProperty("corrections").GetInt32(), replay.GetProperty("later").GetProperty("late").GetInt32()));
        Assert.True(replay.GetProperty("replay").GetBoolean());
    }

    [Fact]
    public async Task A_third_replay_waits_until_one_is_idle()
    {
        await using var server = await LiveServer.Start(now: From);
        await server.Post(SentEvent.Accepted("c1", at: From));
        await Shows(server, 1);
        await Recorded(server);
        var replays = server.Service<IReplays>();

        var outcomes = new List<ReplayOutcome>();
        foreach (var scope in new[] { "hainan", "hainan/haikou", "hainan/haikou/housing", "hainan" })
            outcomes.Add((await replays.Show(UnitPath.Parse(scope), null, Cancel)).Outcome);

        Assert.Equal([ReplayOutcome.Shown, ReplayOutcome.Shown, ReplayOutcome.Busy, ReplayOutcome.Shown], outcomes);
    }

    [Fact]
    public async Task Before_anything_was_recorded_there_is_nothing_to_show()
    {
        await using var server = await LiveServer.Start(now: From);
        await server.Post(SentEvent.Accepted("c1", at: From));
        await Shows(server, 1);

        using var answer = await server.Client.GetAsync("/replay/hainan?at=2026-11-19T10:00", Cancel);

        Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static async Task Watch(LiveServer server, ConcurrentDictionary<(long, long), Frame> shown, CancellationToken end)
    {
        var feed = (await server.Service<BoardRelay>().FeedOf(Hainan, end))!;
        while (!end.IsCancellationRequested)
        {
            var frame = feed.Newest;
            shown[(frame.AsOf.ToUnixTimeMilliseconds(), frame.Board.Version)] = frame;
            await feed.After(frame.Version, ViewerPace.Wall).WaitAsync(end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task Play(LiveServer server, TimeSpan span)
    {
        var day = new OfficeDay(new Province(Province.DefaultWindows), Friday, seed: 7, TimeSpan.FromMinutes(1));
        var told = day.Events().SkipWhile(static told => told.Time < From).TakeWhile(told => told.Time < From + span);
        using var batches = new EventBatcher(told.GetEnumerator(), 200);
        var accepted = new HashSet<string>();
        while (batches.TakeUntil(From + span) is { } batch)
        {
            server.Clock.Now = batch.Events[^1].Time;
            accepted.UnionWith(batch.Events.Where(static told => told.Type == EventType.CaseAccepted).Select(static told => $"{told.Subject} {told.Data.Case}"));
            using var body = new ReadOnlyMemoryContent(batch.Body);
            body.Headers.ContentType = new MediaTypeHeaderValue("application/cloudevents-batch+json");
            using var answer = await server.Client.PostAsync("/api/v1/events", body, Cancel);
            answer.EnsureSuccessStatusCode();
            await Shows(server, accepted.Count);
        }
    }

    private static Task<JsonElement> Shows(LiveServer server, int accepted) =>
        server.Board("hainan", board => board.GetProperty("counts").GetProperty("accepted").GetInt32() == accepted);

    /// <summary>The instant of a token that holds all events that are shown.</summary>
    private static async Task<long> Recorded(LiveServer server)
    {
        // A minute later a token is due, whatever was recorded before.
        var shown = server.Clock.Now.ToUnixTimeMilliseconds();
        server.Clock.Now = server.Clock.Now.AddMinutes(1);
        await using var stream = await EventStream.Open(server.Client, "hainan");
        while (true)
        {
            await stream.Next();
            if (await server.Service<IBoardTokens>().FindToken(Hainan, long.MaxValue, Cancel) is { Behind: 0 } token && token.AtMs > shown) return token.AtMs;
        }
    }

    private static string Lines(Frame frame, LiveServer server)
    {
        var printed = server.Service<Printed>();
        var shown = frame.Shown.OrderBy(static pair => pair.Key, StringComparer.Ordinal).Select(static pair => $"{pair.Key} {pair.Value}");
        var fresh = printed.ChildrenOf(frame.Board).Prepend(frame.Board.Own).Select(row => $"{row.Unit} {row.Cell.Version} {printed.FreshnessOf(row, frame.AsOf.ToUnixTimeMilliseconds())} {row.HeardMs}");
        return string.Join('\n', shown.Concat(fresh));
    }
}
