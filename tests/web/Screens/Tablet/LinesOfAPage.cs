using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace OpsBoard.Web.Screens.Tablet;

/// <summary>The sockets that a page opens, as its browser sees them.</summary>
internal sealed class LinesOfAPage
{
    private readonly ConcurrentQueue<IWebSocket> _all = [];

    public LinesOfAPage(IPage page) => page.WebSocket += (_, socket) => _all.Enqueue(socket);

    public int Opened => _all.Count;

    /// <summary>Until each of those opened so far is closed.</summary>
    public Task Closed() => Task.WhenAll(_all.Select(Closed)).WaitAsync(TimeSpan.FromMinutes(1));

    private static Task Closed(IWebSocket socket)
    {
        var closed = new TaskCompletionSource();
        // Listened to before it is asked, or a close in between would be missed.
        socket.Close += (_, _) => closed.TrySetResult();
        if (socket.IsClosed) closed.TrySetResult();
        return closed.Task;
    }
}
