using System.Collections.Concurrent;
using Microsoft.Playwright;
using OpsBoard.Web.Board;

namespace OpsBoard.Web.Screens.Wall;

/// <summary>A live wall whose browser's clock is in our hands; while it runs, the server keeps ticking.</summary>
internal sealed class TurningWall : IAsyncDisposable
{
    private const int StepMs = 2_500;

    private readonly ScreenHost _host;
    private readonly IPage _page;
    private readonly ConcurrentQueue<string> _asked = [];
    private readonly SemaphoreSlim _heard = new(0);

    private TurningWall(ScreenHost host, IPage page) => (_host, _page) = (host, page);

    public IPage Page => _page;

    /// <summary>What the page asked the server for since it was live.</summary>
    public IEnumerable<string> Asked => _asked;

    public static async Task<TurningWall> Open(ScreenHost host, Browser browser, string query)
    {
        var wall = new TurningWall(host, await browser.Blank(1920, 1080));
        // A clock that also runs by itself stretches a dwell by what the machine was late: a span of time then passes without a turn.
        await wall._page.Clock.InstallAsync(new() { TimeDate = SampleBoard.Now.UtcDateTime });
        await wall._page.Clock.PauseAtAsync(SampleBoard.Now.UtcDateTime.AddSeconds(1));
        wall._page.WebSocket += (_, socket) => socket.FrameReceived += (_, _) => wall._heard.Release();
        await wall._page.GotoAsync($"{host.Address}/wall/hainan?{query}");
        await wall._page.Clock.RunForAsync(1_000);
        await wall._page.WaitForSelectorAsync("body[data-state=live]");
        await wall._page.Clock.RunForAsync(1_000);
        await wall._page.EvaluateAsync("() => { globalThis.added = 0; new MutationObserver(all => { for (const one of all) added += one.addedNodes.length; }).observe(document, { childList: true, subtree: true }); }");
        // A wall tells its health whether its views turn or not.
        wall._page.Request += (_, request) =>
        {
            if (!request.Url.EndsWith("/api/v1/walls/self", StringComparison.Ordinal)) wall._asked.Enqueue(request.Url);
        };
        return wall;
    }

    public Task<string> Shown() => _page.EvaluateAsync<string>("() => [...document.querySelectorAll('[data-view]')].filter(n => !n.hidden).map(n => n.dataset.view).join()");

    public Task<int> NodesAdded() => _page.EvaluateAsync<int>("() => added");

    /// <summary>Lets the browser's time pass; a tick comes with every step, as from a server.</summary>
    public async Task Pass(int seconds)
    {
        for (var left = seconds * 1000; left > 0; left -= StepMs)
        {
            await Hear(() => _host.Feed.Tick("hainan"));
            await _page.Clock.RunForAsync(Math.Min(left, StepMs));
        }
    }

    /// <summary>The views that were shown, one for each span of time, from now on.</summary>
    public async Task<IReadOnlyList<string>> Turns(int count, int seconds)
    {
        var shown = new List<string>();
        for (var i = 0; i < count; i++)
        {
            await Pass(seconds);
            shown.Add(await Shown());
        }

        return shown;
    }

    /// <summary>Pushes one figure and lets the page paint it.</summary>
    public async Task Push(string figure, string text)
    {
        await Hear(() => _host.Feed.Patch("hainan", figure, new Shown(text, text, States.Ok, Levels.Overdue)));
        await _page.Clock.RunForAsync(1_500);
    }

    public async ValueTask DisposeAsync()
    {
        await _page.Context.CloseAsync();
        _heard.Dispose();
    }

    private async Task Hear(Func<Task> send)
    {
        while (await _heard.WaitAsync(0))
        {
            // What came before is not the answer to what is sent now.
        }

        await send();
        Assert.True(await _heard.WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken), "the page heard nothing for two minutes");
    }
}
