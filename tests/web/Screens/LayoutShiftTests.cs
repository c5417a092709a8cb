using OpsBoard.Web.Board;

namespace OpsBoard.Web.Screens;

/// <summary>When numbers change nothing moves but what the page says of its own age in its head.</summary>
public sealed class LayoutShiftTests(ScreenHost host, Browser browser) : IClassFixture<ScreenHost>
{
    private const string Watch =
        """
        window.shifts = [];
        new PerformanceObserver(list => { for (const e of list.getEntries()) window.shifts.push(...e.sources.filter(s => !(s.node?.parentElement ?? document.body).closest('#line, #clock') && !s.node?.matches?.('#line, #clock, .line, .clock')).map(s => `${e.value.toFixed(5)} ${s.node?.nodeName} ${s.node?.id ?? ''} ${s.node?.className ?? ''} "${(s.node?.textContent ?? '').trim().slice(0, 30)}" ${s.previousRect.x},${s.previousRect.y} -> ${s.currentRect.x},${s.currentRect.y}`)); })
          .observe({ type: 'layout-shift', buffered: true });
        """;

    [Theory]
    [InlineData("wall/hainan", "zh-CN")]
    [InlineData("wall/hainan", "en")]
    [InlineData("units/hainan", "zh-CN")]
    [InlineData("units/hainan", "en")]
    [InlineData("m/hainan", "zh-CN")]
    public async Task Nothing_moves_when_numbers_change(string path, string language)
    {
        var page = await browser.Blank(1920, 1080);
        await page.Context.AddCookiesAsync([new() { Name = "lang", Value = language, Url = host.Address }]);
        await page.AddInitScriptAsync(Watch);
        await page.GotoAsync($"{host.Address}/{path}");
        await page.EvaluateAsync("() => document.fonts.ready.then(() => null)");
        await page.SettledAsync();
        // The first visit brings the font, and letters of another one may stand there before.
        await page.EvaluateAsync("() => { window.shifts.length = 0; }");

        await host.Feed.Patch("hainan", "hainan.accepted", new Shown("19.8万", "198.7k", States.Ok));
        await host.Feed.Patch("hainan", "hainan/wenchang.overdue", new Shown("17", "17", States.Ok, Levels.Overdue));
        await page.WaitForSelectorAsync($"body[data-version='{host.Frames["hainan"].Version}']");
        // Two frames: the observer hears of a shift after the frame in which it was drawn.
        await page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(null))))");

        var shifts = await page.EvaluateAsync<string[]>("() => window.shifts");
        Assert.True(shifts.Length == 0, string.Join('\n', shifts));
        await page.Context.CloseAsync();
    }
}
