using Microsoft.AspNetCore.Http.Features;
using System.Net.WebSockets;

namespace OpsBoard.Web.Board;

/// <summary>
/// Lets the hub's sockets compress (RFC 7692): a snapshot shrinks to about a tenth. It is safe here because a frame holds no secret that
/// something else in it could be made to reveal. Each message is compressed by itself, so a connection keeps no dictionary in memory.
/// </summary>
internal static class CompressedSockets
{
    public static Task Accept(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IHttpWebSocketFeature>() is { IsWebSocketRequest: true } plain) context.Features.Set<IHttpWebSocketFeature>(new Compressed(plain));
        return next(context);
    }

    private sealed class Compressed(IHttpWebSocketFeature plain) : IHttpWebSocketFeature
    {
        public bool IsWebSocketRequest => true;

        public Task<WebSocket> AcceptAsync(WebSocketAcceptContext context)
        {
            context.DangerousEnableCompression = true;
            context.DisableServerContextTakeover = true;
            return plain.AcceptAsync(context);
        }
    }
}
