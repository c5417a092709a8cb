namespace OpsBoard.Web.Screens;

public sealed class FitTests(ScreenHost host, Browser browser) : IClassFixture<ScreenHost>, IClassFixture<Browser>
{
    // A text is cut when it reaches out of the panel that holds it, or out of the screen.
    private const string Cut =
        """
        () => {
          const text = document.createTreeWalker(document.getElementById('stage'), NodeFilter.SHOW_TEXT);
          const cut = [];
          for (let node; (node = text.nextNode());) {
            if (!node.nodeValue.trim() || !node.parentElement.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
            if (node.parentElement.closest('.word, noscript')?.matches(':lang(en) .word')) continue;
            const range = document.createRange();
            range.selectNode(node);
            const box = range.getBoundingClientRect();
            const panel = (node.parentElement.closest('.tile, .figure, td, th, h2, .legend, header > *, footer > *') ?? document.body).getBoundingClientRect();
            const holder = node.parentElement.closest('section, header, footer, .headline').getBoundingClientRect();
            if (box.left < panel.left - 1 || box.right > panel.right + 1 || box.right > innerWidth || box.left < 0 || box.right > holder.right + 1)
              cut.push(node.nodeValue);
          }
          return cut;
        }
        """;

    private const string Overlapping =
        """
        () => {
          const boxes = [...document.querySelectorAll('.tile, .figure, h2, .legend, .worst, header, footer')].map(n => [n, n.getBoundingClientRect()]);
          return boxes.flatMap(([a, p], i) => boxes.slice(i + 1).filter(([b, q]) => !a.contains(b) && !b.contains(a)
            && p.left < q.right - 1 && q.left < p.right - 1 && p.top < q.bottom - 1 && q.top < p.bottom - 1).map(([b]) => `${a.textContent} / ${b.textContent}`));
        }
        """;

    private const string Outside =
        "() => [...document.querySelectorAll('#stage *')].filter(n => n.checkVisibility() && getComputedStyle(n).display !== 'inline').filter(n => { const b = n.getBoundingClientRect(); return b.bottom > innerHeight || b.top < 0; }).map(n => n.className + n.textContent.slice(0, 20))";

    // Minutes of arc of the smallest glyphs: digits are 0.73 em high, Chinese characters 0.92 em, of which units after a figure take 62 %.
    private const string Smallest =
        """
        selector => {
          const am = parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--am'));
          return Math.min(...[...document.querySelectorAll(selector)].filter(n => n.checkVisibility())
            .map(n => parseFloat(getComputedStyle(n).fontSize) * (/[0-9A-Za-z]/.test(n.textContent) ? 0.73 : 0.92) / am));
        }
        """;

    [Theory]
    [InlineData(1920, 1080, "zh-CN", "1.835")]
    [InlineData(3840, 1080, "zh-CN", "2.752")]
    [InlineData(7680, 2160, "zh-CN", "5.504")]
    [InlineData(1080, 1920, "zh-CN", "1.376")]
    [InlineData(1920, 1080, "en", "1.835")]
    [InlineData(3840, 1080, "en", "2.752")]
    [InlineData(1080, 1920, "en", "1.376")]
    public async Task A_wall_shows_everything_large_enough_and_nothing_is_cut(int width, int height, string language, string arcMinute)
    {
        var page = await browser.Open($"{host.Address}/wall/hainan", width, height, script: true, language);
        await page.WaitForSelectorAsync("body[data-state=live]");

        Assert.Equal(arcMinute + "px", await page.EvaluateAsync<string>("() => getComputedStyle(document.documentElement).getPropertyValue('--am')"));
        Assert.Equal([], await page.EvaluateAsync<string[]>(Cut), StringComparer.Ordinal);
        Assert.Equal([], await page.EvaluateAsync<string[]>(Overlapping), StringComparer.Ordinal);
        Assert.Equal([], await page.EvaluateAsync<string[]>(Outside), StringComparer.Ordinal);
        Assert.InRange(await page.EvaluateAsync<double>(Smallest, "dt, th, h2, .legend span, .word, .fresh, header p, footer p, .tile .num"), 16, 100);
        Assert.InRange(await page.EvaluateAsync<double>(Smallest, ".tile .value[data-s=ok], .worst td .num"), 20, 100);
        Assert.InRange(await page.EvaluateAsync<double>(Smallest, ".accepted .head, .longestWait .head, .overdue .head"), 40, 100);
        Assert.Equal(20, await page.Locator(".tile").CountAsync());
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
        Assert.Equal([], await page.EvaluateAsync<string[]>(Cut), StringComparer.Ordinal);
        Assert.Equal([], await page.EvaluateAsync<string[]>(Outside), StringComparer.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_unit_apart_touches_no_other_tile()
    {
        var page = await browser.Open($"{host.Address}/wall/hainan", 1920, 1080, script: false);

        var apart = await page.Locator(".tile.apart").BoundingBoxAsync();
        var nearest = await page.EvaluateAsync<double>(
            "() => { const a = document.querySelector('.tile.apart').getBoundingClientRect(); return Math.min(...[...document.querySelectorAll('.tile:not(.apart)')].map(n => n.getBoundingClientRect()).map(b => Math.max(a.left - b.right, b.left - a.right, a.top - b.bottom, b.top - a.bottom))); }");

        Assert.True(nearest > 5, $"{nearest} px");
        Assert.NotNull(apart);
        await page.Context.CloseAsync();
    }
}
