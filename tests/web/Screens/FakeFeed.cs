using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.SignalR;
using OpsBoard.Board;
using OpsBoard.Testing;
using OpsBoard.Units;
using OpsBoard.Web.Board;

namespace OpsBoard.Web.Screens;

/// <summary>Stands in for the relay: pushes what a test says, in the form of the contract.</summary>
internal sealed class FakeFeed(IHubContext<FakeBoardHub> hub, FakeFrames frames, ManualClock clock)
{
    private int _subscriptions;

    /// <summary>The status of each answer to a poll, in order.</summary>
    public ConcurrentQueue<int> Answers { get; } = [];

    /// <summary>How often a snapshot was asked for.</summary>
    public int Subscriptions => Volatile.Read(ref _subscriptions);

    /// <summary>How long ago the server itself last heard of the scope, as ticks tell it.</summary>
    public TimeSpan FeedAge { get; set; }

    public void Subscribed() => Interlocked.Increment(ref _subscriptions);

    public JsonObject Snapshot(UnitPath scope)
    {
        var frame = frames[scope.ToString()];
        return new JsonObject
        {
            ["unit"] = scope.ToString(),
            ["businessDay"] = frame.Board.Day.ToString(),
            ["asOf"] = Text(frame.AsOf),
            ["version"] = frame.Version,
            ["epoch"] = frame.Epoch,
            ["freshness"] = FreshnessOf(frame.Board.Own, frame),
            ["children"] = new JsonArray([.. SampleBoard.Printed.ChildrenOf(frame.Board).Select(JsonNode (child) => new JsonObject
            {
                ["unit"] = child.Unit.ToString(),
                ["freshness"] = FreshnessOf(child, frame),
            })]),
            ["shown"] = new JsonObject(frame.Shown.Select(static shown => KeyValuePair.Create<string, JsonNode?>(shown.Key, Json(shown.Value)))),
        };
    }

    public Task Tick(string scope) => hub.Clients.All.SendAsync("Tick", TickOf(frames[scope]));

    public JsonObject TickOf(Frame frame) => new()
    {
        ["kind"] = "tick",
        ["epoch"] = frame.Epoch,
        ["version"] = frame.Version,
        ["serverTime"] = Text(clock.GetUtcNow()),
        ["businessDay"] = frame.Board.Day.ToString(),
        ["build"] = BuildIdentity.Current.Id,
        ["feedAgeMs"] = (long)FeedAge.TotalMilliseconds,
    };

    /// <summary>A stream of one snapshot and one tick, which then stays open.</summary>
    public async Task Stream(HttpContext context, string scope)
    {
        var frame = frames[scope];
        context.Response.ContentType = "text/event-stream";
        await context.Response.WriteAsync($"event: snapshot\nid: {frame.Epoch}.{frame.Version}\ndata: {Snapshot(frame.Scope).ToJsonString()}\n\n", context.RequestAborted);
        await context.Response.WriteAsync($"event: tick\ndata: {TickOf(frame).ToJsonString()}\n\n", context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
        var closed = new TaskCompletionSource();
        await using var registration = context.RequestAborted.Register(closed.SetResult);
        await closed.Task;
    }

    public IResult Answer(HttpContext context, string scope)
    {
        var frame = frames[scope];
        var etag = $"\"{frame.Epoch}.{frame.Version}\"";
        Answers.Enqueue(context.Request.Headers.IfNoneMatch == etag ? StatusCodes.Status304NotModified : StatusCodes.Status200OK);
        context.Response.Headers.ETag = etag;
        context.Response.Headers["OpsBoard-Time"] = Text(clock.GetUtcNow());
        context.Response.Headers["OpsBoard-Build"] = BuildIdentity.Current.Id;
        context.Response.Headers["OpsBoard-Day"] = frame.Board.Day.ToString();
        context.Response.Headers["OpsBoard-Feed-Age"] = "0";
        return context.Request.Headers.IfNoneMatch == etag ? Results.StatusCode(StatusCodes.Status304NotModified) : Results.Json(Snapshot(frame.Scope));
    }

    /// <summary>Changes one figure of the scope's frame, and pushes the change.</summary>
    public async Task<JsonObject> Patch(string scope, string key, Shown shown)
    {
        var patch = Cut(scope, key, shown);
        await Push(patch);
        return patch;
    }

    public Task Push(JsonObject patch) => hub.Clients.All.SendAsync("Patch", patch);

    public Task PushSnapshot(JsonObject snapshot) => hub.Clients.All.SendAsync("Snapshot", snapshot);

    /// <summary>Changes one figure of the scope's frame and keeps the patch back.</summary>
    public JsonObject Cut(string scope, string key, Shown shown)
    {
        var before = frames[scope];
        var texts = before.Shown.ToDictionary(StringComparer.Ordinal);
        texts[key] = shown;
        var after = before with { Version = before.Version + 1, AsOf = clock.GetUtcNow(), Shown = System.Collections.Frozen.FrozenDictionary.ToFrozenDictionary(texts, StringComparer.Ordinal) };
        frames[scope] = after;
        return new JsonObject
        {
            ["kind"] = "patch",
            ["epoch"] = after.Epoch,
            ["baseVersion"] = before.Version,
            ["version"] = after.Version,
            ["asOf"] = Text(after.AsOf),
            ["shown"] = new JsonObject { [key] = Json(shown) },
        };
    }

    private static JsonObject Json(Shown shown)
    {
        var json = new JsonObject { ["t"] = shown.Zh == shown.En ? shown.Zh : new JsonArray(shown.Zh, shown.En), ["s"] = shown.State };
        if (shown.Level is not null) json["l"] = shown.Level;
        return json;
    }

    private static JsonObject FreshnessOf(Contribution unit, Frame frame) => new()
    {
        ["state"] = SampleBoard.Printed.FreshnessOf(unit, frame.AsOf.ToUnixTimeMilliseconds()).ToString().ToLowerInvariant(),
        ["lastEventAt"] = unit.LastEventMs is { } at ? Text(DateTimeOffset.FromUnixTimeMilliseconds(at)) : null,
    };

    private static string Text(DateTimeOffset instant) => instant.ToOffset(BusinessDay.Offset).ToString("yyyy-MM-ddTHH:mm:ss.fffzzz", System.Globalization.CultureInfo.InvariantCulture);
}
