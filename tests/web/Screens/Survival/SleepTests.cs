using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Screens.Survival;

/// <summary>The device sleeps, or the page is hidden; what it knew before proves nothing afterwards.</summary>
public sealed class SleepTests(Browser browser)
{
    // Everything that the line of state says, from now on, until the server is heard again.
    private const string Listen =
        "() => { window.said = []; window.witness.tick().then(() => { window.heard = true; }); const line = document.getElementById('line'); const note = () => { if (!window.heard) window.said.push(line.textContent); }; new MutationObserver(note).observe(line, { characterData: true, childList: true, subtree: true }); }";

    private const string Hide =
        "hidden => { Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => hidden ? 'hidden' : 'visible' }); Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden }); document.dispatchEvent(new Event('visibilitychange')); }";

    [Theory]
    [InlineData("wall/hainan")]
    [InlineData("units/hainan")]
    public async Task After_a_sleep_nothing_is_called_live_before_the_first_tick(string path)
    {
        await using var server = await LiveServer.Start(LiveServer.Hainan);
        await using var line = FaultyLine.To(server);
        await using var screen = await WatchedScreen.Open(browser, server, line, $"/{path}");
        await screen.PassUntilLive(2);

        line.Stall();
        await screen.Page.EvaluateAsync(Listen);
        server.Clock.Now += TimeSpan.FromMinutes(30);
        await screen.Page.Clock.FastForwardAsync(30 * 60 * 1000);
        await screen.Pass(3);
        var asleep = await screen.Claim();
        line.Mend(server);
        await screen.PassUntilLive(15);

        Assert.NotEqual("live", asleep.State);
        Assert.DoesNotContain(await screen.Asked<string[]>("() => window.said"), static said => said.Contains("实时", StringComparison.Ordinal));
        screen.ClaimedNothingFalse();
    }

    [Fact]
    public async Task A_page_that_was_hidden_is_not_called_live_before_the_first_tick()
    {
        await using var server = await LiveServer.Start(LiveServer.Hainan);
        await using var line = FaultyLine.To(server);
        await using var screen = await WatchedScreen.Open(browser, server, line, "/units/hainan");
        await screen.PassUntilLive(2);

        line.Stall();
        await screen.Page.EvaluateAsync(Hide, true);
        await screen.Pass(40);
        await screen.Page.EvaluateAsync(Listen);
        await screen.Page.EvaluateAsync(Hide, false);
        await screen.Pass(2);
        var shown = await screen.Claim();
        line.Mend(server);
        await screen.PassUntilLive(60);

        Assert.NotEqual("live", shown.State);
        Assert.DoesNotContain(await screen.Asked<string[]>("() => window.said"), static said => said.Contains("实时", StringComparison.Ordinal));
        screen.ClaimedNothingFalse();
    }
}
