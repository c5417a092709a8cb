using System.Collections.Frozen;
using Microsoft.Playwright;
using OpsBoard.Web.Board;

namespace OpsBoard.Web.Screens.Tablet;

/// <summary>What a page does when it comes back from sleep, from another application or from a place without a network.</summary>
public sealed class WakeTests(ScreenHost host, Browser browser) : IClassFixture<ScreenHost>
{
    private const string Shown = "document.dispatchEvent(new Event('visibilitychange'))";
    private const string Restored = "dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))";
    private const string Online = "dispatchEvent(new Event('online'))";

    [Theory]
    [InlineData("m/hainan", Shown)]
    [InlineData("m/hainan", Restored)]
    [InlineData("m/hainan", Online)]
    [InlineData("units/hainan", Shown)]
    [InlineData("table/hainan", Shown)]
    [InlineData("wall/hainan", Shown)]
    public async Task A_page_that_comes_back_is_live_no_more_at_once_and_again_by_a_new_line(string path, string sign)
    {
        var page = await browser.Blank(820, 1180);
        var lines = new LinesOfAPage(page);
        await page.GotoAsync($"{host.Address}/{path}");
        await page.WaitForSelectorAsync("body[data-state=live]");

        var atOnce = await page.EvaluateAsync<string>($"() => {{ {sign}; return document.body.dataset.state + ' ' + document.getElementById('line').textContent; }}");
        await page.WaitForSelectorAsync("body[data-state=live]");

        Assert.DoesNotContain("live", atOnce, StringComparison.Ordinal);
        Assert.DoesNotContain("实时", atOnce, StringComparison.Ordinal);
        Assert.Equal(2, lines.Opened);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_page_that_comes_back_paints_the_newest_snapshot_before_it_has_a_line()
    {
        var page = await OpenWithOneLine("m/hainan");
        await page.WaitForSelectorAsync("body[data-state=live]");
        await page.EvaluateAsync("() => scrollTo(0, 300)");
        var next = Later(host.Frames["hainan"], "hainan.overdue", new Shown("43", "43", States.Ok, Levels.Overdue));
        host.Frames["hainan"] = next;

        await page.EvaluateAsync($"() => {Shown}");
        await page.WaitForSelectorAsync($"body[data-version='{next.Version}']");

        Assert.NotEqual("live", await page.GetAttributeAsync("body", "data-state"));
        Assert.Contains("hainan.overdue | 43 | ok | overdue", await page.Numbers(), StringComparer.Ordinal);
        Assert.Equal(300, await page.EvaluateAsync<int>("() => Math.round(scrollY)"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_gap_in_its_seconds_tells_a_page_that_its_device_slept()
    {
        var page = await OpenWithOneLine("m/hainan", clock: true);
        await page.Clock.RunForAsync(1_000);
        await page.WaitForSelectorAsync("body[data-state=live]");

        await page.Clock.FastForwardAsync(60_000);

        await page.WaitForSelectorAsync("body[data-state=cutoff]");
        Assert.DoesNotContain("实时", await page.InnerTextAsync("body"), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_page_hidden_for_half_a_minute_closes_its_line_until_it_is_shown()
    {
        var page = await browser.Blank(820, 1180);
        var lines = new LinesOfAPage(page);
        await page.Clock.InstallAsync();
        await page.GotoAsync($"{host.Address}/m/hainan");
        await page.Clock.RunForAsync(1_000);
        await page.WaitForSelectorAsync("body[data-state=live]");

        await Turn(page, "hidden");
        // From here on its time is ours alone: a machine that is slow must not add to it.
        await page.Clock.PauseAtAsync(DateTimeOffset.FromUnixTimeMilliseconds((long)await page.EvaluateAsync<double>("() => Date.now()") + 2_000).UtcDateTime);
        // With the ticks of a server that is well: a page that hears nothing takes its line for dead and opens another, hidden or not.
        for (var seconds = 0; seconds < 25; seconds += 5)
        {
            await lines.Hear(() => host.Feed.Tick("hainan"));
            await page.Clock.RunForAsync(5_000);
        }

        await page.Clock.RunForAsync(7_000);
        await lines.Closed();
        var opened = lines.Opened;
        await page.Clock.RunForAsync(300_000);
        var openedWhileHidden = lines.Opened - opened;
        await page.Clock.ResumeAsync();
        await Turn(page, "visible");
        await page.WaitForSelectorAsync("body[data-state=live]");

        Assert.Equal(0, openedWhileHidden);
        Assert.Equal(opened + 1, lines.Opened);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_page_without_a_network_says_of_when_its_numbers_are()
    {
        var page = await browser.Blank(820, 1180);
        await page.Clock.InstallAsync();
        await page.GotoAsync($"{host.Address}/m/hainan");
        await page.Clock.RunForAsync(9_000);
        await page.WaitForSelectorAsync("body[data-state=live]");

        await page.Context.SetOfflineAsync(true);
        await page.WaitForSelectorAsync("#line:text-is('离线 · 10:00 的数据')");
        var numbers = await page.Numbers();
        await page.ScreenshotAsync(new() { Path = Pictures.Named("offline-m/hainan", 820, 1180, "zh-CN") });
        await page.Context.SetOfflineAsync(false);
        await page.WaitForSelectorAsync("body[data-state=live]");

        Assert.Equal(numbers.NumbersAsIn(host.Frames["hainan"]), numbers, StringComparer.Ordinal);
        await page.Context.CloseAsync();
    }

    /// <summary>Only the first line leads to the server; later ones open and stay silent.</summary>
    private async Task<IPage> OpenWithOneLine(string path, bool clock = false)
    {
        var page = await browser.Blank(820, 1180);
        var lines = 0;
        await page.RouteWebSocketAsync("**/hubs/board**", socket => _ = Interlocked.Increment(ref lines) == 1 ? socket.ConnectToServer() : null);
        if (clock) await page.Clock.InstallAsync();
        await page.GotoAsync($"{host.Address}/{path}");
        return page;
    }

    private static Frame Later(Frame frame, string key, Shown shown) => frame with
    {
        Version = frame.Version + 1,
        AsOf = frame.AsOf.AddMilliseconds(1),
        Shown = frame.Shown.ToDictionary(StringComparer.Ordinal).Append(KeyValuePair.Create(key, shown)).GroupBy(static pair => pair.Key, StringComparer.Ordinal)
            .ToFrozenDictionary(static all => all.Key, static all => all.Last().Value, StringComparer.Ordinal),
    };

    /// <summary>A headless browser never hides a page, so the page is told so.</summary>
    private static async Task Turn(IPage page, string state) => await page.EvaluateAsync(
        "state => { Object.defineProperty(document, 'visibilityState', { value: state, configurable: true }); document.dispatchEvent(new Event('visibilitychange')); }", state);
}
