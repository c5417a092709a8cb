using Microsoft.Playwright;
using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Screens.Survival;

/// <summary>
/// A screen behind a line that fails, on clocks of the test: the server's stamps and the browser's timers go on together, second by
/// second, and after each second what the screen claims is held against what it was told. The network alone is real; the clocks wait
/// for it, so a limit in seconds means the same on any machine.
/// </summary>
internal sealed class WatchedScreen : IAsyncDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly LiveServer _server;
    private readonly FaultyLine _line;
    private readonly List<string> _falsehoods = [];
    private int _looks;

    private WatchedScreen(LiveServer server, FaultyLine line, IPage page) => (_server, _line, Page) = (server, line, page);

    public IPage Page { get; }

    /// <param name="chance">A script that sets the page's chance; null: seed 1.</param>
    public static async Task<WatchedScreen> Open(Browser browser, LiveServer server, FaultyLine line, string path, string? chance = null)
    {
        var page = await browser.Blank(1920, 1080);
        await page.AddInitScriptAsync(Witness.Script);
        await page.AddInitScriptAsync(chance ?? Witness.Chance(1));
        var begin = server.Clock.Now.UtcDateTime;
        await page.Clock.InstallAsync(new() { TimeDate = begin });
        await page.Clock.PauseAtAsync(begin + Second);
        await page.GotoAsync(line.Address + path);
        var screen = new WatchedScreen(server, line, page);
        await screen.Pass(1);
        return screen;
    }

    /// <summary>Waits for the server's next tick, which comes in real time.</summary>
    public Task Hear() => Page.EvaluateAsync("() => window.witness.tick()").WaitAsync(Patience);

    /// <summary>Lets so many seconds pass; connections that are tried meanwhile succeed or fail first, unless the line is stalled.</summary>
    public async Task Pass(int seconds)
    {
        for (var i = 0; i < seconds; i++)
        {
            _server.Clock.Now += Second;
            await Page.Clock.RunForAsync(1000);
            await Look();
        }
    }

    /// <summary>The same until the page fulfils a condition; answers with the seconds that it took.</summary>
    public async Task<int> PassUntil(string condition, int atMost)
    {
        for (var passed = 0; passed <= atMost; passed++)
        {
            if (await Asked<bool>(condition)) return passed;
            await Pass(1);
        }

        throw new InvalidOperationException($"After {atMost} seconds the page does not fulfil {condition}; it says: {await Asked<string>("() => document.body.dataset.state + ' ' + document.getElementById('stage').innerText")}");
    }

    /// <summary>The same where only the server's own time brings the change: hears a tick before each second.</summary>
    public async Task HearUntil(string condition, int atMost)
    {
        for (var heard = 0; heard <= atMost && !await Asked<bool>(condition); heard++)
        {
            await Hear();
            await Pass(1);
        }

        Assert.True(await Asked<bool>(condition), $"The page does not fulfil {condition}.");
    }

    public Task<int> PassUntilLive(int atMost) => PassUntil("() => document.body.dataset.state === 'live'", atMost);

    // The witness is there before the page is, when the screen has just loaded itself anew.
    public Task<Claim> Claim() => Asked<Claim>(
        """
        async () => {
          if (document.readyState === 'loading') await new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, { once: true }));
          return window.witness.claim();
        }
        """);

    /// <summary>Of all seconds so far, those at which the screen claimed to be fresher than it was.</summary>
    public void ClaimedNothingFalse()
    {
        Assert.True(_looks > 0);
        Assert.True(_falsehoods.Count == 0, string.Join('\n', _falsehoods));
    }

    public async ValueTask DisposeAsync() => await Page.Context.CloseAsync();

    // A page that is being replaced by its new build loses the context in which it is asked, and is asked again.
    public async Task<T> Asked<T>(string question)
    {
        while (true)
        {
            try
            {
                return await Page.EvaluateAsync<T>(question).WaitAsync(Patience);
            }
            catch (PlaywrightException fault) when (fault.Message.Contains("context was destroyed", StringComparison.Ordinal))
            {
                await Page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
            }
        }
    }

    private async Task Look()
    {
        if (!_line.IsStalled) await Asked<object?>("() => window.witness.settled()");
        var (claim, now) = (await Claim(), _server.Clock.Now);
        _looks++;
        if (claim.IsFalse(now)) _falsehoods.Add($"{now:HH:mm:ss} UTC: {claim}");
    }
}
