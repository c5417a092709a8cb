using Microsoft.Playwright;

namespace OpsBoard.Web.Screens.Wall;

public sealed class FitTests(ScreenHost host, Browser browser) : IClassFixture<ScreenHost>
{
    /// <summary>Every view of every kind of scope, on every profile, in both languages.</summary>
    public static readonly MatrixTheoryData<string, string, string> EveryView = new(
        ["1920x1080 1.835px", "3840x1080 2.752px", "1080x1920 1.376px"],
        ["zh-CN", "en"],
        [
            "hainan", "hainan?views=lagging", "hainan?views=reviews", "hainan?views=supervision", "hainan?views=windows",
            "hainan/danzhou", "hainan/danzhou?views=grid", "hainan/wenchang", "hainan/sanya/tax", "hainan/sanya/tax?views=windows", "hainan/haikou/housing",
        ]);

    public static readonly MatrixTheoryData<string, string, string> EverySplicedView = new(
        ["3840x1080 2.752px"],
        ["zh-CN", "en"],
        [
            "hainan?grid=2x1", "hainan?grid=2x1&views=lagging", "hainan?grid=2x1&views=reviews", "hainan?grid=2x1&views=supervision", "hainan?grid=2x1&views=windows",
            "hainan/danzhou?grid=2x1", "hainan/danzhou?grid=2x1&views=grid", "hainan/sanya/tax?grid=2x1&views=windows", "hainan/haikou/housing?grid=2x1",
        ]);

    // At twice the pixels everything is twice as large, so one view stands for all.
    [Theory]
    [MemberData(nameof(EveryView))]
    [InlineData("7680x2160 5.504px", "zh-CN", "hainan")]
    [InlineData("7680x2160 5.504px", "en", "hainan")]
    public async Task A_view_shows_everything_large_enough_and_nothing_is_cut(string profile, string language, string scope)
    {
        var page = await Open(profile, language, scope);

        Assert.EndsWith(await page.EvaluateAsync<string>("() => getComputedStyle(document.documentElement).getPropertyValue('--am')"), profile, StringComparison.Ordinal);
        await NothingIsCut(page);
        Assert.InRange(await page.EvaluateAsync<double>(WallProbe.Smallest, "dt, th, h2, h3, caption, .legend span, .word, .fresh, .parts, .rest, .queue, .standing, header p, footer p, .tile .num"), 16, 100);
        Assert.InRange(await page.EvaluateAsync<double>(WallProbe.Smallest, ".tile .value[data-s=ok], .worst td .num, .card .value, .rest .num"), 20, 100);
        Assert.InRange(await page.EvaluateAsync<double>(WallProbe.Smallest, ".accepted .head, .longestWait .head, .overdue .head, .card .head[data-s=ok], .steps .head[data-s=ok]"), 40, 100);
        await page.Context.CloseAsync();
    }

    [Theory]
    [MemberData(nameof(EverySplicedView))]
    public async Task No_glyph_of_a_spliced_wall_stands_on_the_seam(string profile, string language, string scope)
    {
        var page = await Open(profile, language, scope);
        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });

        await NothingIsCut(page);
        Assert.Equal([], await page.EvaluateAsync<string[]>(WallProbe.OnSeam), StringComparer.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_province_shows_its_nineteen_units_and_the_one_apart()
    {
        var page = await Open("1920x1080 1.835px", "zh-CN", "hainan");

        Assert.Equal((20, 1), (await page.Locator(".tile:visible").CountAsync(), await page.Locator(".tile.apart:visible").CountAsync()));
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("hainan/danzhou", true)]
    [InlineData("hainan/wenchang", false)]
    public async Task A_grid_that_does_not_fit_beside_the_headline_is_a_view_of_its_own_or_a_list(string scope, bool hasGrid)
    {
        var page = await browser.Open($"{host.Address}/wall/{scope}", 1920, 1080, script: false);

        Assert.Equal(hasGrid ? 1 : 0, await page.Locator("[data-view=grid]").CountAsync());
        Assert.Matches("^其余 [0-9]+ 个单位正常( · [0-9]+ 个单位需关注)?$", await page.InnerTextAsync(".overview .rest"));
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(1920, 1080)]
    [InlineData(3840, 1080)]
    [InlineData(1080, 1920)]
    public async Task A_wall_of_a_unit_without_children_is_filled_by_its_figures(int width, int height)
    {
        var page = await browser.Open($"{host.Address}/wall/hainan/haikou/housing", width, height, script: false);

        var headline = await page.Locator(".headline").BoundingBoxAsync();

        Assert.True(headline?.Height > height * 0.8, $"{headline?.Height} px");
        await page.Context.CloseAsync();
    }

    // Found on a wall whose sources had all stopped: titles over empty panels, and a gap without a number.
    [Theory]
    [InlineData("overview", ".attention .unknown")]
    [InlineData("reviews", ".most .unknown")]
    public async Task A_list_says_that_nobody_reports_rather_than_nothing(string view, string said)
    {
        var page = await Open("1920x1080 1.835px", "zh-CN", $"hainan/ledong?views={view}");

        Assert.Equal("没有单位在报，无法判断", await page.InnerTextAsync(said));
        Assert.Equal(0, await page.Locator(".none:visible").CountAsync());
        await NothingIsCut(page);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task An_indicator_without_a_value_shows_no_gap()
    {
        var page = await Open("1920x1080 1.835px", "zh-CN", "hainan/ledong?views=lagging");

        Assert.True(await page.GetByText("目标", new() { Exact = true }).CountAsync() > 0);
        Assert.Equal(0, await page.Locator("dt:visible", new() { HasText = "差距" }).CountAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_unit_apart_touches_no_other_tile()
    {
        var page = await browser.Open($"{host.Address}/wall/hainan", 1920, 1080, script: false);

        var nearest = await page.EvaluateAsync<double>(
            "() => { const a = document.querySelector('.tile.apart').getBoundingClientRect(); return Math.min(...[...document.querySelectorAll('.tile:not(.apart)')].map(n => n.getBoundingClientRect()).map(b => Math.max(a.left - b.right, b.left - a.right, a.top - b.bottom, b.top - a.bottom))); }");

        Assert.True(nearest > 5, $"{nearest} px");
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(1920, 1080)]
    [InlineData(3840, 1080)]
    [InlineData(1080, 1920)]
    public async Task The_headline_keeps_its_height_when_a_word_stands_in_place_of_a_figure(int width, int height)
    {
        var page = await browser.Open($"{host.Address}/wall/hainan", width, height, script: false);
        var before = await page.Locator(".headline").BoundingBoxAsync();

        await page.EvaluateAsync("() => document.querySelectorAll('.headline .head').forEach(n => { n.dataset.s = 'notReporting'; n.textContent = '未上报'; })");

        Assert.Equal(before?.Height, (await page.Locator(".headline").BoundingBoxAsync())?.Height);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(1920, 1080)]
    [InlineData(7680, 2160)]
    [InlineData(1080, 1920)]
    public async Task The_shift_moves_the_stage_a_little_and_never_out_of_the_screen(int width, int height)
    {
        var page = await browser.Open($"{host.Address}/wall/hainan", width, height, script: false);
        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });

        var moved = await page.EvaluateAsync<double[]>(
            """
            () => {
              const at = [0, 1, 2, 3, 4, 5, 6, 7, 8].map(place => { document.body.dataset.shift = place; return document.getElementById('stage').getBoundingClientRect(); });
              const range = of => Math.max(...at.map(of)) - Math.min(...at.map(of));
              return [range(b => b.left), range(b => b.top), Math.min(...at.flatMap(b => [b.left, b.top, innerWidth - b.right, innerHeight - b.bottom]))];
            }
            """);

        Assert.InRange(moved[0], 5, Math.Min(24.1, 0.0151 * Math.Min(width, height)));
        Assert.InRange(moved[1], 5, Math.Min(24.1, 0.0151 * Math.Min(width, height)));
        Assert.True(moved[2] >= 0, $"{moved[2]} px");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_margin_is_kept_free_on_every_side()
    {
        var page = await browser.Open($"{host.Address}/wall/hainan?margin=30", 1920, 1080, script: false);

        var stage = await page.Locator("#stage").BoundingBoxAsync();

        Assert.True(stage?.X >= 32 && stage.Y >= 32 && stage.X + stage.Width <= 1920 - 32 && stage.Y + stage.Height <= 1080 - 32, $"{stage?.X} {stage?.Y}");
        await page.Context.CloseAsync();
    }

    private static async Task NothingIsCut(IPage page)
    {
        Assert.Equal([], await page.EvaluateAsync<string[]>(WallProbe.Cut), StringComparer.Ordinal);
        Assert.Equal([], await page.EvaluateAsync<string[]>(WallProbe.Overlapping), StringComparer.Ordinal);
        Assert.Equal([], await page.EvaluateAsync<string[]>(WallProbe.Outside), StringComparer.Ordinal);
    }

    private async Task<IPage> Open(string profile, string language, string scope)
    {
        var size = profile.Split(' ')[0].Split('x').Select(int.Parse).ToArray();
        var page = await browser.Open($"{host.Address}/wall/{scope}", size[0], size[1], script: true, language);
        await page.WaitForSelectorAsync("body[data-state=live]");
        return page;
    }
}
