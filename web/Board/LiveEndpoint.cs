using System.Globalization;
using System.Text;
using Microsoft.Extensions.Options;
using OpsBoard.Units;

namespace OpsBoard.Web.Board;

/// <summary>
/// Server-sent events for screens that a proxy keeps from WebSockets: the same bodies as the hub's, named snapshot, patch and tick,
/// with <c>id: epoch.version</c>. A reader that says <c>Last-Event-ID</c> goes on from there if the patches are still kept.
/// </summary>
internal static class LiveEndpoint
{
    public static async Task Stream(string scope, HttpContext http, BoardRelay relay, IOptions<LiveOptions> options, IHostApplicationLifetime lifetime, TimeProvider clock)
    {
        // A stream would hold up the server's stop until its drain limit.
        using var end = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping);
        var cancellation = end.Token;
        var feed = UnitPath.TryParse(scope, out var unit) ? await relay.FeedOf(unit, cancellation) : null;
        if (feed is null)
        {
            await UnitEndpoint.UnknownUnit(scope).ExecuteAsync(http);
            return;
        }

        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        var newest = feed.Newest;
        foreach (var message in Greeting(feed, newest, http.Request.Headers["Last-Event-ID"].ToString())) await Send(http, message, options.Value, clock);
        try
        {
            await foreach (var message in relay.Follow(feed, newest.Frame.Version, cancellation)) await Send(http, message, options.Value, clock);
        }
        catch (OperationCanceledException)
        {
            // The reader went.
        }
        catch (TimeoutException)
        {
            http.Abort();
        }
    }

    private static IEnumerable<LiveMessage> Greeting(ScopeFeed feed, Cut newest, string lastEventId)
    {
        var dot = lastEventId.LastIndexOf('.');
        var isKnown = long.TryParse(lastEventId.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var version) && dot > 0;
        var missed = isKnown ? feed.Since(lastEventId[..dot], version) : null;
        return missed is null || missed is [.., var last] && last != newest
            ? [BoardRelay.SnapshotMessage(newest)]
            : missed.Select(BoardRelay.PatchMessage);
    }

    private static async Task Send(HttpContext http, LiveMessage message, LiveOptions options, TimeProvider clock)
    {
        await http.Response.BodyWriter.WriteAsync(Encoding.UTF8.GetBytes($"event: {message.Name}\nid: {message.Id}\ndata: "), http.RequestAborted);
        await http.Response.BodyWriter.WriteAsync(message.Json, http.RequestAborted);
        await http.Response.BodyWriter.WriteAsync("\n\n"u8.ToArray(), http.RequestAborted);
        await http.Response.BodyWriter.FlushAsync(http.RequestAborted).AsTask().WaitAsync(options.CutAfter, clock, http.RequestAborted);
    }
}
