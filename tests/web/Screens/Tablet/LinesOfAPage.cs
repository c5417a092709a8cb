using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace OpsBoard.Web.Screens.Tablet;

/// <summary>The sockets that a page opens, as its browser sees them.</summary>
internal sealed class LinesOfAPage
{
    private readonly ConcurrentQueue<IWebSocket> _all = [];

    private volatile TaskCompletionSource _heard = new();

    public LinesOfAPage(IPage page) => page.WebSocket += (_, socket) =>
    {
        _all.Enqueue(socket);
        socket.FrameReceived += (_, _) => _heard.TrySetResult();
    };

    public int Opened => _all.Count;

    /// <summary>Sends something to the page and waits until it has come.</summary>
    public async Task Hear(Func<Task> send)
    {
        // What came before is not what is sent now.
        _heard = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await send();
        await _heard.Task.WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
    }

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
