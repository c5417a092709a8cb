using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;

namespace OpsBoard.Web.Board;

/// <summary>One loop for each connection: take the newest, send it, and only when it has gone take the next.</summary>
internal sealed partial class BoardPush(
    IHubContext<BoardHub, IBoardClient> hub,
    BoardRelay relay,
    ViewerLine line,
    IOptions<LiveOptions> options,
    TimeProvider clock,
    ILogger<BoardPush> logger)
{
    // The answer to Subscribe is sent after the method returns; a patch that overtook it would be dropped and asked for again.
    private static readonly TimeSpan LetAnswerPass = TimeSpan.FromMilliseconds(20);

    private readonly ConcurrentDictionary<string, long> _acknowledged = new(StringComparer.Ordinal);

    /// <summary>Connections that follow a scope.</summary>
    public int Viewers => _acknowledged.Count;

    public void Start(HubCallerContext connection, ScopeFeed feed, long seen, ViewerPace pace, CancellationToken cancellation)
    {
        Acknowledge(connection.ConnectionId, 0);
        _ = Push(connection, feed, seen, pace, cancellation);
    }

    public void Acknowledge(string connection, long version) => _acknowledged[connection] = version;

    public void Forget(string connection) => _acknowledged.TryRemove(connection, out _);

    private async Task Push(HubCallerContext connection, ScopeFeed feed, long seen, ViewerPace pace, CancellationToken cancellation)
    {
        try
        {
            var client = hub.Clients.Client(connection.ConnectionId);
            await Task.Delay(LetAnswerPass, clock, cancellation);
            await foreach (var message in relay.Follow(feed, seen, pace, cancellation))
                await line.Send(Send(client, message), cancellation);
        }
        catch (OperationCanceledException)
        {
            // The screen went, or asked for another scope.
        }
        catch (TimeoutException)
        {
            Log.Cut(logger, connection.ConnectionId, options.Value.CutAfter);
            connection.Abort();
        }
        catch (Exception fault)
        {
            Log.Failed(logger, connection.ConnectionId, fault);
            connection.Abort();
        }
    }

    private static Task Send(IBoardClient client, LiveMessage message) => message.Name switch
    {
        LiveMessage.SnapshotName => client.Snapshot(new RawJson(message.Json)),
        LiveMessage.PatchName => client.Patch(new RawJson(message.Json)),
        _ => client.Tick(new RawJson(message.Json)),
    };

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Viewer {Connection} took nothing for {Limit} and was cut off.")]
        public static partial void Cut(ILogger logger, string connection, TimeSpan limit);

        [LoggerMessage(LogLevel.Warning, "Viewer {Connection} could not be served and was cut off.")]
        public static partial void Failed(ILogger logger, string connection, Exception fault);
    }
}
