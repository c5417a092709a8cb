using Microsoft.Playwright;
using OpsBoard.Web.Board;

namespace OpsBoard.Web.Screens.Table;

public sealed class TwinTests(ScreenHost host, Browser browser) : IClassFixture<ScreenHost>
{
    private const string Texts = "nodes => nodes.map(n => n.innerText.replace(/\\s+/g, ' ').trim())";
    private const string Keys = "nodes => nodes.map(n => n.dataset.k)";

    [Theory]
    [InlineData("hainan", "zh-CN")]
    [InlineData("hainan", "en")]
    [InlineData("hainan/haikou/housing", "zh-CN")]
    public async Task Every_number_on_the_wall_is_in_the_tables_with_the_same_text_and_state(string scope, string language)
    {
        var wall = await browser.Open($"{host.Address}/wall/{scope}", 1920, 1080, script: false, language);
        var twin = await browser.Open($"{host.Address}/table/{scope}", 1920, 1080, script: false, language);

        var onTheWall = await wall.Numbers();
        var inTheTables = await twin.Numbers();

        Assert.Empty(onTheWall.Except(inTheTables, StringComparer.Ordinal));
        await wall.Context.CloseAsync();
        await twin.Context.CloseAsync();
    }

    [Theory]
    [InlineData("hainan")]
    [InlineData("hainan/haikou/housing")]
    public async Task Every_key_of_the_frame_stands_in_exactly_one_table(string scope)
    {
        var page = await browser.Open($"{host.Address}/table/{scope}", 1920, 1080, script: false);

        var keys = await page.EvalOnSelectorAllAsync<string[]>("table [data-k]", Keys);

        Assert.Equal(host.Frames[scope].Shown.Keys.Order(StringComparer.Ordinal), keys.Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Equal(0, await page.Locator(".tiles").CountAsync());
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("hainan")]
    [InlineData("hainan/haikou/housing")]
    public async Task The_file_of_the_tables_has_every_key_with_the_text_of_the_page(string scope)
    {
        using var client = new HttpClient();

        var rows = (await client.GetStringAsync($"{host.Address}/api/v1/tables/everything?scope={scope}&format=csv", TestContext.Current.CancellationToken)).TrimEnd().Split("\r\n");

        var frame = host.Frames[scope];
        Assert.Equal(frame.Shown.Count, rows.Length - 1);
        Assert.All(frame.Shown, pair => Assert.Contains(rows, row => row.StartsWith($"{pair.Key[..pair.Key.IndexOf('.', StringComparison.Ordinal)]},", StringComparison.Ordinal) && row.Contains(pair.Value.Zh, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_shortened_count_and_the_parts_of_a_rate_stand_in_full_digits()
    {
        var page = await browser.Open($"{host.Address}/table/hainan", 1920, 1080, script: false);

        var rows = await page.EvalOnSelectorAllAsync<string[]>(".own tbody tr", Texts);

        Assert.Contains("今日受理 1.9万 正常 19,692", rows, StringComparer.Ordinal);
        Assert.Contains("超期件 42 超期 42", rows, StringComparer.Ordinal);
        Assert.Contains("最长等候 1小时07分 关注", rows, StringComparer.Ordinal);
        Assert.Contains("零跑动占比 30.1% 正常 5,940 / 19,692", rows, StringComparer.Ordinal);
        Assert.Matches("^完整数字 截至 10:00:0[0-9]$", (await page.EvalOnSelectorAllAsync<string[]>(".own thead th", Texts))[^1]);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("zh-CN", "hainan/baisha", "白沙黎族自治县 白沙 数据过期 · 11 分钟前 816 数据过期")]
    [InlineData("zh-CN", "hainan/ledong", "乐东黎族自治县 乐东 未上报 · 自 08:25 未上报")]
    [InlineData("zh-CN", "hainan/baoting", "保亭黎族苗族自治县 保亭 从未上报 未上报")]
    [InlineData("zh-CN", "hainan/sansha", "三沙市 三沙 不适用 不适用")]
    [InlineData("en", "hainan/baisha", "Baisha Li Autonomous County Baisha Stale · 11 min ago 816 stale")]
    [InlineData("en", "hainan/sansha", "Sansha City Sansha Not applicable N/A")]
    public async Task A_unit_stands_with_its_full_name_and_its_state_in_words(string language, string unit, string begins)
    {
        var page = await browser.Open($"{host.Address}/table/hainan", 1920, 1080, script: false, language);

        Assert.StartsWith(begins, Assert.Single(await page.EvalOnSelectorAllAsync<string[]>($"tr[data-unit='{unit}']", Texts)), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_rate_without_a_denominator_says_no_data_in_words()
    {
        var page = await browser.Open($"{host.Address}/table/hainan", 1920, 1080, script: false);

        Assert.Equal("—无数据", Assert.Single(await page.EvalOnSelectorAllAsync<string[]>("td:has([data-k='hainan/tunchang.satisfaction'])", Texts)));
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("desc", "descending", "陵水 澄迈 琼海 海口 三亚")]
    [InlineData("asc", "ascending", "三亚 儋州 五指山 文昌 万宁")]
    public async Task Rows_are_sorted_by_a_figure_and_those_without_a_value_come_last_in_both_directions(string order, string aria, string first)
    {
        var page = await browser.Open($"{host.Address}/table/hainan?sort=overdue&order={order}", 1920, 1080, script: false);

        var units = await page.EvalOnSelectorAllAsync<string[]>(".all tbody th small", Texts);

        Assert.Equal(first, string.Join(' ', units.Take(5)));
        Assert.Equal(["三沙", "乐东", "保亭"], units.TakeLast(3), StringComparer.Ordinal);
        Assert.Equal(["超期件"], await page.EvalOnSelectorAllAsync<string[]>($"th[aria-sort={aria}]", "nodes => nodes.map(n => n.querySelector('a').firstChild.nodeValue.trim())"), StringComparer.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_rate_is_sorted_by_its_fraction_and_one_without_a_denominator_stands_with_those_that_have_no_value()
    {
        var page = await browser.Open($"{host.Address}/table/hainan?sort=zeroTripShare&order=asc", 1920, 1080, script: false);

        var units = await page.EvalOnSelectorAllAsync<string[]>(".all tbody th small", Texts);

        Assert.Equal(["洋浦", "琼中"], units.Take(2), StringComparer.Ordinal);
        Assert.Equal(["三沙", "屯昌", "乐东", "保亭"], units.TakeLast(4), StringComparer.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_head_of_a_column_sorts_by_it_largest_first_and_then_the_other_way_round()
    {
        var page = await browser.Open($"{host.Address}/table/hainan", 1920, 1080, script: false);

        await page.ClickAsync(".all thead a:has-text('今日受理')");
        var once = page.Url;
        await page.ClickAsync(".all thead a:has-text('今日受理')");

        Assert.EndsWith("?sort=accepted&order=desc", once, StringComparison.Ordinal);
        Assert.EndsWith("?sort=accepted&order=asc", page.Url, StringComparison.Ordinal);
        Assert.Equal("ascending", await page.GetAttributeAsync("th[aria-sort]", "aria-sort"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_twin_is_live_and_can_be_paused()
    {
        var page = await browser.Open($"{host.Address}/table/hainan", 1180, 820);
        await page.WaitForSelectorAsync("body[data-state=live]");
        await page.ClickAsync("#pause");
        var before = host.Frames["hainan"].Version;

        await host.Feed.Patch("hainan", "hainan/sanya.windows", new Shown("31/39", "31/39", States.Ok));
        var paused = await page.InnerTextAsync("#line");
        var held = await page.Numbers();
        await page.ClickAsync("#pause");
        await page.WaitForSelectorAsync($"body[data-version='{before + 1}']");

        Assert.Contains("已暂停", paused, StringComparison.Ordinal);
        Assert.Contains("hainan/sanya.windows | 33/39 | ok | ", held, StringComparer.Ordinal);
        Assert.Contains("hainan/sanya.windows | 31/39 | ok | ", await page.Numbers(), StringComparer.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_printed_twin_has_its_tables_whole_and_nothing_to_press()
    {
        var page = await browser.Open($"{host.Address}/table/hainan", 1046, 700);
        await page.WaitForSelectorAsync("body[data-state=live]");
        await page.EmulateMediaAsync(new() { Media = Media.Print });

        Assert.Empty(await page.EvalOnSelectorAllAsync<string[]>("button, nav", "all => all.filter(n => n.checkVisibility()).map(n => n.outerHTML)"));
        Assert.True(await page.EvaluateAsync<bool>("() => [...document.querySelectorAll('.scroll')].every(n => getComputedStyle(n).overflowX === 'visible' && n.scrollWidth <= n.clientWidth)"));
        Assert.Contains("截至 10:00:0", await page.InnerTextAsync("#clock"), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task The_narrowest_page_scrolls_its_tables_and_never_itself(string language)
    {
        var page = await browser.Open($"{host.Address}/table/hainan", 320, 640, language: language);
        await page.WaitForSelectorAsync("body[data-state=live]");

        Assert.True(await page.EvaluateAsync<bool>("() => document.scrollingElement.scrollWidth <= innerWidth"));
        await page.Context.CloseAsync();
    }
}
