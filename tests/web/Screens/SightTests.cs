using Microsoft.Playwright;

namespace OpsBoard.Web.Screens;

/// <summary>States and levels are told by shape and word, so they survive where colour, pictures or motion are taken away.</summary>
public sealed class SightTests(ScreenHost host, Browser browser) : IClassFixture<ScreenHost>
{
    // Of each kind of mark that the sample board has: what is drawn before and after it, its frame and its words, but no colour.
    private const string Marks =
        """
        () => {
          const shape = n => {
            const [s, b, a] = [getComputedStyle(n), getComputedStyle(n, '::before'), getComputedStyle(n, '::after')];
            return [b.content, a.content, s.borderTopStyle, s.borderTopStyle === 'none' ? '' : s.borderTopWidth, s.backgroundImage === 'none' ? '' : 'hatch'].join(' ');
          };
          const kinds = new Map();
          for (const n of document.querySelectorAll('td .num[data-k]')) {
            if (!n.checkVisibility({ visibilityProperty: true })) continue;
            const kind = `${n.dataset.s} ${n.dataset.l ?? ''}`.trim();
            const word = ['notReporting', 'notApplicable', 'noData'].includes(n.dataset.s) ? n.textContent : '';
            if (!kinds.has(kind)) kinds.set(kind, `${shape(n)} ${word}`);
          }
          return [...kinds].map(([kind, look]) => `${kind}: ${look}`);
        }
        """;

    [Theory]
    [InlineData("wall/hainan")]
    [InlineData("units/hainan")]
    public async Task Without_colour_every_state_and_level_has_a_shape_or_a_word_of_its_own(string path)
    {
        var page = await browser.Open($"{host.Address}/{path}", 1920, 1080);
        await page.SettledAsync();
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("Emulation.setEmulatedVisionDeficiency", new Dictionary<string, object> { ["type"] = "achromatopsia" });

        await page.ScreenshotAsync(new() { Path = Pictures.Named($"grey-{path}", 1920, 1080, "zh-CN") });
        var marks = await page.EvaluateAsync<string[]>(Marks);

        Assert.True(marks.Length >= 2, string.Join('\n', marks));
        Assert.Equal(marks.Length, marks.Select(static mark => mark.Split(": ", 2)[1]).Distinct(StringComparer.Ordinal).Count());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_table_of_all_states_tells_each_of_them_without_colour()
    {
        var page = await browser.Open($"{host.Address}/units/hainan", 1920, 1080);

        var kinds = (await page.EvaluateAsync<string[]>(Marks)).Select(static mark => mark.Split(": ", 2)[0]).ToHashSet(StringComparer.Ordinal);

        Assert.Superset(new HashSet<string>(["ok", "stale", "noData", "notReporting", "notApplicable", "ok overdue", "ok watch"], StringComparer.Ordinal), kinds);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("wall/hainan", ".tile:has(.value[data-s=stale])")]
    [InlineData("units/hainan", "td .num[data-s=stale]")]
    public async Task With_forced_colours_a_hatch_becomes_a_border_and_the_words_stay(string path, string stale)
    {
        var page = await browser.Open($"{host.Address}/{path}", 1920, 1080);
        await page.SettledAsync();
        var words = await Words(page);

        await page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });

        Assert.Equal(words, await Words(page));
        Assert.NotEqual("none", await page.Locator(stale).First.EvaluateAsync<string>("n => getComputedStyle(n).borderTopStyle"));
        await page.ScreenshotAsync(new() { Path = Pictures.Named($"forced-{path}", 1920, 1080, "zh-CN") });
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task With_forced_colours_a_cut_off_screen_has_a_frame()
    {
        var page = await browser.Blank(1920, 1080);
        await page.Clock.InstallAsync(new() { TimeDate = SampleBoard.Now.UtcDateTime });
        await page.Clock.PauseAtAsync(SampleBoard.Now.UtcDateTime.AddSeconds(1));
        await page.GotoAsync($"{host.Address}/wall/hainan");
        await page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });
        await page.WaitForSelectorAsync("body[data-state=live]");

        await page.Clock.RunForAsync(9_000);
        await page.WaitForSelectorAsync("body[data-state=cutoff]");

        Assert.Equal("dashed", await page.Locator("#stage").EvaluateAsync<string>("n => getComputedStyle(n).outlineStyle"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task With_reduced_motion_nothing_glides_and_the_words_stay()
    {
        var page = await browser.Open($"{host.Address}/wall/hainan", 1920, 1080);
        await page.SettledAsync();
        var words = await Words(page);

        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });

        Assert.Equal(words, await Words(page));
        Assert.Equal([], await page.EvaluateAsync<string[]>(
            "() => [...document.querySelectorAll('*')].filter(n => { const s = getComputedStyle(n); return parseFloat(s.transitionDuration) > 0 || s.animationName !== 'none'; }).map(n => n.tagName + n.id)"), StringComparer.Ordinal);
        await page.Context.CloseAsync();
    }

    // The clock and the ages go on while two readings are compared.
    private static Task<string> Words(IPage page) => page.EvaluateAsync<string>(
        "() => { const copy = document.getElementById('stage').cloneNode(true); for (const n of copy.querySelectorAll('#clock, #line, [data-f]')) n.remove(); return copy.textContent; }");
}
