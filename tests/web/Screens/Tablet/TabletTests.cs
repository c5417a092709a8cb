using Microsoft.Playwright;

namespace OpsBoard.Web.Screens.Tablet;

public sealed class TabletTests(ScreenHost host, Browser browser) : IClassFixture<ScreenHost>
{
    private const string Lines = "nodes => nodes.map(n => n.innerText.replace(/\\s+/g, ' ').trim()).filter(t => t)";

    private const string TooSmall =
        "() => [...document.querySelectorAll('a[href], button')].filter(n => n.checkVisibility()).map(n => [n.textContent.trim(), n.getBoundingClientRect()])"
        + ".filter(([, r]) => r.width < 44 || r.height < 44).map(([text, r]) => `${text} ${r.width}x${r.height}`)";

    private const string BesideThePage =
        "() => [...document.querySelectorAll('main *, header *')].filter(n => n.checkVisibility() && !n.closest('.as, .unseen, .label'))"
        + ".filter(n => { const r = n.getBoundingClientRect(); return r.width > 0 && (r.left < -0.5 || r.right > innerWidth + 0.5); }).map(n => n.outerHTML.slice(0, 120))";

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task A_tablet_without_script_carries_the_numbers_of_its_frame_and_says_as_of_when(string language)
    {
        var page = await browser.Open($"{host.Address}/m/hainan", 820, 1180, script: false, language);

        var numbers = await page.Numbers();
        var text = await page.InnerTextAsync("body");

        Assert.True(numbers.Count >= 50, $"{numbers.Count} numbers");
        Assert.Equal(numbers.NumbersAsIn(host.Frames["hainan"], language == "en"), numbers, StringComparer.Ordinal);
        Assert.Contains("10:00:00", text, StringComparison.Ordinal);
        Assert.DoesNotContain("实时", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Live", text, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Six_numbers_stand_at_the_top_and_counts_come_before_rates()
    {
        var page = await browser.Open($"{host.Address}/m/hainan", 820, 1180, script: false);

        Assert.Equal(["今日受理", "在办", "最长等候", "超期件", "超期差评", "主动好评率"], await page.EvalOnSelectorAllAsync<string[]>(".headline dt", Lines), StringComparer.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_worst_five_stand_with_their_reasons_in_words()
    {
        var page = await browser.Open($"{host.Address}/m/hainan", 1180, 820, script: false);

        Assert.Equal(
            [
                "陵水 18 件超期，最长等候 26分钟", "澄迈 13 件超期，最长等候 11分钟", "琼海 8 件超期，最长等候 19分钟", "海口 3 件超期，最长等候 4分钟",
                "儋州 最长等候 1小时07分",
            ],
            await page.EvalOnSelectorAllAsync<string[]>(".worst li", Lines),
            StringComparer.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_child_is_listed_with_its_two_figures_and_its_state_in_words()
    {
        var page = await browser.Open($"{host.Address}/m/hainan", 390, 844, script: false);

        var children = await page.EvalOnSelectorAllAsync<string[]>(".children li", Lines);

        Assert.Contains("海口市 今日受理 1980 超期件 3 超期 正常 · 3 秒前", children, StringComparer.Ordinal);
        Assert.Contains("三沙市 今日受理 不适用 超期件 不适用 不适用", children, StringComparer.Ordinal);
        Assert.Contains("白沙黎族自治县 今日受理 816 数据过期 超期件 0 数据过期 数据过期 · 11 分钟前", children, StringComparer.Ordinal);
        Assert.Contains("乐东黎族自治县 今日受理 未上报 超期件 未上报 未上报 · 自 08:25", children, StringComparer.Ordinal);
        Assert.Equal(20, children.Length);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_ways_lead_upward_to_the_table_and_to_the_desk()
    {
        var page = await browser.Open($"{host.Address}/m/hainan/haikou/housing", 820, 1180, script: false);

        var ways = await page.EvalOnSelectorAllAsync<string[]>(".breadcrumb a, .further a", "nodes => nodes.map(n => n.getAttribute('href'))");

        Assert.Equal(["/", "/m/hainan", "/m/hainan/haikou", "/units/hainan/haikou/housing", "/table/hainan/haikou/housing"], ways, StringComparer.Ordinal);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(1180, 820, "zh-CN", "1")]
    [InlineData(820, 1180, "en", "1")]
    [InlineData(390, 844, "zh-CN", "0")]
    [InlineData(320, 640, "en", "1")]
    public async Task Whatever_can_be_tapped_is_as_large_as_a_finger(int width, int height, string language, string size)
    {
        var page = await Open("m/hainan", width, height, language, size);
        await page.WaitForSelectorAsync("body[data-state=live]");

        Assert.Empty(await page.EvaluateAsync<string[]>(TooSmall));
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("m/hainan", "zh-CN", "1")]
    [InlineData("m/hainan", "en", "1")]
    [InlineData("m/hainan", "zh-CN", "4")]
    [InlineData("m/hainan", "en", "4")]
    public async Task Nothing_runs_out_of_the_narrowest_page_and_nothing_is_cut(string path, string language, string size)
    {
        var page = await Open(path, 320, 640, language, size);
        await page.WaitForSelectorAsync("body[data-state=live]");

        Assert.Empty(await page.EvaluateAsync<string[]>(BesideThePage));
        Assert.True(await page.EvaluateAsync<bool>("() => document.scrollingElement.scrollWidth <= innerWidth"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Two_fingers_may_enlarge_the_page()
    {
        var page = await browser.Open($"{host.Address}/m/hainan", 820, 1180, script: false);

        Assert.Equal("width=device-width, initial-scale=1", await page.GetAttributeAsync("meta[name=viewport]", "content"));
        Assert.Equal("manipulation", await page.EvalOnSelectorAsync<string>(".further a", "n => getComputedStyle(n).touchAction"));
        await page.Context.CloseAsync();
    }

    private async Task<IPage> Open(string path, int width, int height, string language, string size)
    {
        var page = await browser.Blank(width, height);
        await page.Context.AddCookiesAsync([new() { Name = "lang", Value = language, Url = host.Address }, new() { Name = "text", Value = size, Url = host.Address }]);
        await page.GotoAsync($"{host.Address}/{path}");
        return page;
    }
}
