using System.Net;
using Microsoft.Playwright;
using OpsBoard.Web.Replay;

namespace OpsBoard.Web.Screens.Replay;

public sealed class ReplayPageTests(ScreenHost host, Browser browser) : IClassFixture<ScreenHost>
{
    private const string BannerIsSeen =
        "() => { const r = document.querySelector('.banner').getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight && r.width > 0 && r.left >= 0; }";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("zh-CN", "回放 · 非实时", 1920, 1080)]
    [InlineData("en", "Replay · not live", 1180, 820)]
    [InlineData("zh-CN", "回放 · 非实时", 320, 640)]
    public async Task Every_view_says_that_it_is_a_replay_however_far_it_is_scrolled(string language, string words, int width, int height)
    {
        var page = await browser.Open($"{host.Address}/replay/hainan?at=2026-11-20T09:59", width, height, script: true, language);

        var seen = await page.EvaluateAsync<bool>(BannerIsSeen);
        await page.EvaluateAsync("() => scrollTo(0, document.body.scrollHeight)");

        Assert.True(seen && await page.EvaluateAsync<bool>(BannerIsSeen));
        Assert.Equal("replay", await page.GetAttributeAsync("body", "data-state"));
        Assert.StartsWith(words, await page.InnerTextAsync(".banner"), StringComparison.Ordinal);
        Assert.DoesNotContain("实时", (await page.ContentAsync()).Replace("非实时", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_replay_opens_no_live_line_and_loads_nothing_of_one()
    {
        var page = await browser.Blank(1920, 1080);
        var (sockets, requests) = (0, new List<string>());
        page.WebSocket += (_, _) => sockets++;
        page.Request += (_, request) => requests.Add(new Uri(request.Url).AbsolutePath);
        await page.GotoAsync($"{host.Address}/replay/hainan?at=2026-11-20T09:58");
        await Assertions.Expect(page.Locator("#player")).ToBeVisibleAsync();

        await page.ClickAsync("[data-step='1']");
        await Assertions.Expect(page.Locator("#banner")).ToContainTextAsync("09:59:00");

        Assert.Equal(0, sockets);
        Assert.DoesNotContain(requests, static path => path.StartsWith("/hubs", StringComparison.Ordinal) || path.StartsWith("/api/v1/live", StringComparison.Ordinal) || path.StartsWith("/api/v1/units", StringComparison.Ordinal) || path.Contains("signalr", StringComparison.Ordinal));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Without_script_the_steps_are_links_and_the_instant_is_a_form()
    {
        var page = await browser.Open($"{host.Address}/replay/hainan?at=2026-11-20T09:58", 1920, 1080, script: false);

        await page.ClickAsync("[data-step='1']");
        var stepped = await page.InnerTextAsync("#banner");
        await page.FillAsync("#at", "2026-11-20T10:00");
        await page.ClickAsync(".controls button[type=submit]");

        Assert.EndsWith("09:59:00", stepped, StringComparison.Ordinal);
        Assert.EndsWith("10:00:00", await page.InnerTextAsync("#banner"), StringComparison.Ordinal);
        Assert.False(await page.IsVisibleAsync("#player"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_module_shows_what_the_page_of_the_same_instant_shows_and_gives_its_address()
    {
        var page = await browser.Open($"{host.Address}/replay/hainan?at=2026-11-20T09:58", 1920, 1080);
        var printed = await browser.Open($"{host.Address}/replay/hainan?at=2026-11-20T09:59", 1920, 1080, script: false);
        await Assertions.Expect(page.Locator("#player")).ToBeVisibleAsync();

        await page.FocusAsync("#slider");
        await page.EvaluateAsync("() => { const s = document.getElementById('slider'); s.value = Number(s.min) + 60; }");
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(page.Locator("body")).ToHaveAttributeAsync("data-version", "2");

        Assert.Equal(await printed.Numbers(), await page.Numbers(), StringComparer.Ordinal);
        Assert.Equal(await printed.InnerTextAsync("#later-rows"), await page.InnerTextAsync("#later-rows"));
        Assert.Equal(await FreshOf(printed), await FreshOf(page));
        Assert.EndsWith("/replay/hainan?at=2026-11-20T09:59:00&speed=1", page.Url, StringComparison.Ordinal);
        await page.Context.CloseAsync();
        await printed.Context.CloseAsync();
    }

    [Fact]
    public async Task Playing_goes_on_to_the_end_of_the_records_and_stops_there()
    {
        var page = await browser.Blank(1920, 1080);
        await page.Clock.InstallAsync();
        await page.GotoAsync($"{host.Address}/replay/hainan?at=2026-11-20T09:58&speed=60");
        await Assertions.Expect(page.Locator("#player")).ToBeVisibleAsync();

        await page.ClickAsync("#play");
        var playing = await page.InnerTextAsync("#play");
        await page.Clock.RunForAsync(3_000);
        await Assertions.Expect(page.Locator("body")).ToHaveAttributeAsync("data-version", "3");

        Assert.Equal("停止播放", playing);
        await Assertions.Expect(page.Locator("#play")).ToHaveTextAsync("播放");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_came_later_is_listed_with_its_delay()
    {
        var page = await browser.Open($"{host.Address}/replay/hainan?at=2026-11-20T09:59", 1920, 1080, script: false);

        var rows = await page.Locator("#later-rows tr").AllInnerTextsAsync();

        Assert.Equal("更正 1 条，迟到 1 条，均未计入本画面；另有 4 条当时正在传送。", await page.InnerTextAsync("#later"));
        Assert.Equal(["10:01:00", "更正", "10:00:00", "1分00秒", "c1-corrected"], rows[0].Split('\t').Where(static (_, i) => i != 1));
        Assert.StartsWith("2026-11-21 10:00:00", rows[1], StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task An_instant_without_a_record_shows_the_one_before_and_says_so()
    {
        using var client = new HttpClient { BaseAddress = new Uri(host.Address) };

        var html = WebUtility.HtmlDecode(await client.GetStringAsync("/replay/hainan?at=2026-11-20T10:30%2B08:00", Cancel));

        Assert.Contains("10:30:00 没有画面记录，显示此前最近的一次：10:00:00", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/replay/hainan?at=2020-01-01T10:00", HttpStatusCode.NotFound, "没有画面记录")]
    [InlineData("/replay/hainan?at=yesterday", HttpStatusCode.BadRequest, "无法识别这个时刻")]
    [InlineData("/replay/hainan/haiku", HttpStatusCode.NotFound, "hainan/haikou")]
    public async Task What_cannot_be_replayed_is_said_in_words(string address, HttpStatusCode status, string words)
    {
        using var client = new HttpClient { BaseAddress = new Uri(host.Address) };

        using var answer = await client.GetAsync(address, Cancel);

        Assert.Equal(status, answer.StatusCode);
        Assert.Contains(words, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("replay/hainan?at=2026-11-20T09:59", 1920, 1080, "zh-CN")]
    [InlineData("replay/hainan?at=2026-11-20T10:30", 1180, 820, "en")]
    [InlineData("replay/hainan/haikou/housing", 1920, 1080, "zh-CN")]
    [InlineData("replay/hainan?at=2026-11-20T09:58", 390, 844, "zh-CN")]
    public async Task A_replay_is_kept_as_a_picture(string path, int width, int height, string language)
    {
        var page = await browser.Open($"{host.Address}/{path}", width, height, script: true, language);
        await Assertions.Expect(page.Locator("#player")).ToBeVisibleAsync();

        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Pictures.Named(path.Replace(':', '-'), width, height, language) });

        await page.Context.CloseAsync();
    }

    private static Task<string> FreshOf(IPage page) => page.EvaluateAsync<string>("() => [...document.querySelectorAll('.fresh')].map(n => `${n.dataset.f} ${n.dataset.state} ${n.textContent}`).join('\\n')");
}
