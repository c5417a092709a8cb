using Microsoft.Playwright;
using OpsBoard.Testing;
using OpsBoard.Units;
using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Screens.Survival;

/// <summary>Four causes of silence, which are never mixed: this screen, the server's feed, one unit, and nobody on duty.</summary>
public sealed class CausesTests(Browser browser, ScreenHost host) : IClassFixture<ScreenHost>
{
    private const string Hall = "hainan/haikou/housing";

    private static readonly string[] Causes = ["画面断线", "服务端断流", "未上报", "非办公时间"];

    [Fact]
    public async Task A_screen_without_its_line_blames_itself_alone()
    {
        await using var server = await LiveServer.Start();
        await Report(server);
        await using var line = FaultyLine.To(server);
        await using var screen = await WatchedScreen.Open(browser, server, line, "/units/hainan");
        await screen.PassUntilLive(2);
        var before = await Named(screen.Page);

        line.Stall();
        await screen.PassUntil("() => document.body.dataset.state === 'cutoff'", 10);

        Assert.Empty(before);
        Assert.Equal(["画面断线"], await Named(screen.Page), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_server_that_hears_nothing_is_named_and_its_screen_is_not_blamed()
    {
        var page = await browser.Open($"{host.Address}/units/{Hall}", 1920, 1080);
        await page.SettledAsync();
        var before = await Named(page);

        host.Feed.FeedAge = TimeSpan.FromSeconds(20);
        await host.Feed.Tick(Hall);
        await page.WaitForSelectorAsync("body[data-state=feed]");

        Assert.Empty(before);
        Assert.Equal(["服务端断流"], await Named(page), StringComparer.Ordinal);
        Assert.Matches("^服务端断流 · 停在 [0-9:]{8}$", await page.InnerTextAsync("#line"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_unit_that_says_nothing_is_named_while_screen_and_server_are_well()
    {
        await using var server = await LiveServer.Start();
        await Report(server);
        server.Clock.Now += TimeSpan.FromMinutes(20);
        await server.Board("hainan", static board => board.GetProperty("freshness").GetProperty("state").GetString() == "silent");

        var page = await browser.Open($"{server.Address}/units/hainan", 1920, 1080);
        await page.SettledAsync();

        Assert.Equal(["未上报"], await Named(page), StringComparer.Ordinal);
        Assert.StartsWith("实时", await page.InnerTextAsync("#line"), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_unit_that_is_off_duty_is_neither_late_nor_missing()
    {
        await using var server = await LiveServer.Start(LiveServer.Hainan, new DateTimeOffset(2026, 11, 20, 22, 0, 0, BusinessDay.Offset));

        var page = await browser.Open($"{server.Address}/units/hainan/haikou", 1920, 1080);
        await page.SettledAsync();

        Assert.Equal(["非办公时间"], await Named(page), StringComparer.Ordinal);
        await page.Context.CloseAsync();
    }

    private static async Task Report(LiveServer server)
    {
        await server.Post(SentEvent.Accepted("c1"));
        await server.Board("hainan", static board => board.GetProperty("counts").GetProperty("accepted").GetInt32() == 1);
    }

    // The legend explains all words and the filter (a nav of links) offers them, so both are left out.
    private static async Task<string[]> Named(IPage page)
    {
        var text = await page.EvaluateAsync<string>("() => { const copy = document.getElementById('stage').cloneNode(true); for (const n of copy.querySelectorAll('.legend, nav')) n.remove(); return copy.textContent; }");
        return [.. Causes.Where(cause => text.Contains(cause, StringComparison.Ordinal))];
    }
}
