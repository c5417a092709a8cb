using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http.Features;
using OpsBoard.Units;

namespace OpsBoard.Web.Board;

/// <summary>
/// Server-sent events for screens that a proxy keeps from WebSockets: the same bodies as the hub's, named snapshot, patch and tick,
/// with <c>id: epoch.version</c>. A reader that says <c>Last-Event-ID</c> goes on from there if the patches are still kept.
/// </summary>
internal static class LiveEndpoint
{
    public static async Task Stream(string scope, HttpContext http, BoardRelay relay, ViewerLine line)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, http.Features.GetRequiredFeature<Viewer>().Ending);
        var cancellation = end.Token;
        var feed = UnitPath.TryParse(scope, out var unit) ? await relay.FeedOf(unit, cancellation) : null;
        if (feed is null)
        {
            await UnitEndpoint.UnknownUnit(scope).ExecuteAsync(http);
            return;
        }

        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        var pace = ViewerPaces.Of(http.Request);
        var (greeting, seen) = Greeting(feed, pace, http.Request.Headers["Last-Event-ID"].ToString());
        try
        {
            foreach (var message in greeting) await line.Send(Send(http, message), cancellation);
            await foreach (var message in relay.Follow(feed, seen, pace, cancellation)) await line.Send(Send(http, message), cancellation);
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

    private static (IEnumerable<LiveMessage> Messages, long Seen) Greeting(ScopeFeed feed, ViewerPace pace, string lastEventId)
    {
        var dot = lastEventId.LastIndexOf('.');
        var isKnown = long.TryParse(lastEventId.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var version) && dot > 0;
        if (isKnown && feed.Since(lastEventId[..dot], version, pace) is { } missed)
            return (missed.Select(static patch => patch.Message), missed is [.., var last] ? last.Version : version);
        var newest = feed.Join();
        return ([BoardRelay.SnapshotMessage(newest)], newest.Version);
    }

    private static async Task Send(HttpContext http, LiveMessage message)
    {
        await http.Response.BodyWriter.WriteAsync(Encoding.UTF8.GetBytes($"event: {message.Name}\nid: {message.Id}\ndata: "), http.RequestAborted);
        await http.Response.BodyWriter.WriteAsync(message.Json, http.RequestAborted);
        await http.Response.BodyWriter.WriteAsync("\n\n"u8.ToArray(), http.RequestAborted);
        await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
    }
}
