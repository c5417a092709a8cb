using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace OpsBoard.Web.Screens.Tablet;

/// <summary>The sockets that a page opens, as its browser sees them.</summary>
internal sealed class LinesOfAPage
{
    private readonly ConcurrentQueue<IWebSocket> _all = [];

    private readonly SemaphoreSlim _heard = new(0);

    public LinesOfAPage(IPage page) => page.WebSocket += (_, socket) =>
    {
        _all.Enqueue(socket);
        socket.FrameReceived += (_, _) => _heard.Release();
    };

    public int Opened => _all.Count;

    /// <summary>Sends something to the page and waits until it has come.</summary>
    public async Task Hear(Func<Task> send)
    {
        while (await _heard.WaitAsync(0))
        {
            // What came before is not what is sent now.
        }

        await send();
        Assert.True(await _heard.WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken), "Nothing came.");
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
