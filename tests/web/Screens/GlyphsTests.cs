using System.Text.Json;
using Microsoft.Playwright;
using OpsBoard.Testing;

namespace OpsBoard.Web.Screens;

/// <summary>Chinese text is drawn by a Chinese font, on a wall that has none of its own too.</summary>
public sealed class GlyphsTests(ProvinceAtTen province)
{
    private const string Packaged = "Noto Sans SC";

    // A machine with Latin letters only, as a fresh wall is.
    private const string LatinOnly = "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig><dir>/usr/share/fonts/truetype/dejavu</dir><cachedir prefix=\"xdg\">fontconfig</cachedir></fontconfig>";

    [Theory]
    [InlineData("/wall/hainan")]
    [InlineData("/units/hainan")]
    [InlineData("/")]
    public async Task A_wall_without_Chinese_fonts_draws_every_character_with_the_packaged_one(string address)
    {
        using var folder = new TempDirectory();
        var fonts = Path.Combine(folder.Path, "fonts.conf");
        await File.WriteAllTextAsync(fonts, LatinOnly, TestContext.Current.CancellationToken);
        await using var browser = new Browser { FontConfiguration = fonts };
        var page = await browser.Open(await province.Address() + address, 1920, 1080);
        await page.SettledAsync();
        await page.EvaluateAsync("() => document.fonts.ready.then(() => null)");

        var drawn = await DrawnBy(page);

        Assert.NotEmpty(drawn);
        Assert.All(drawn, static text => Assert.Contains(Packaged, text.Font, StringComparison.Ordinal));
        await page.ScreenshotAsync(new() { Path = Pictures.Named($"packaged{address}", 1920, 1080, "zh-CN") });
        await page.Context.CloseAsync();
    }

    /// <summary>Each Chinese text of the page with the font that drew it.</summary>
    private static async Task<List<(string Text, string Font)>> DrawnBy(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("DOM.enable");
        await session.SendAsync("CSS.enable");
        var root = (await session.SendAsync("DOM.getDocument"))!.Value.GetProperty("root").GetProperty("nodeId").GetInt32();
        // Elements whose own visible text is Chinese and nothing else, so that one font has to draw it whole.
        await page.EvaluateAsync("""
            () => { for (const n of document.querySelectorAll('#stage *, main *, header *'))
              if (n.childElementCount === 0 && /^[\p{Script=Han}]+$/u.test(n.textContent.trim()) && ['::before', '::after'].every(mark => ['none', 'normal'].includes(getComputedStyle(n, mark).content))
                && n.checkVisibility({ visibilityProperty: true, opacityProperty: true })) n.dataset.han = ''; }
            """);
        var found = (await session.SendAsync("DOM.querySelectorAll", new Dictionary<string, object> { ["nodeId"] = root, ["selector"] = "[data-han]" }))!.Value.GetProperty("nodeIds");
        var drawn = new List<(string, string)>();
        foreach (var node in found.EnumerateArray().Select(static id => id.GetInt32()))
        {
            var fonts = (await session.SendAsync("CSS.getPlatformFontsForNode", new Dictionary<string, object> { ["nodeId"] = node }))!.Value.GetProperty("fonts");
            var html = (await session.SendAsync("DOM.getOuterHTML", new Dictionary<string, object> { ["nodeId"] = node }))!.Value.GetProperty("outerHTML").GetString()!;
            drawn.AddRange(fonts.EnumerateArray().Where(HasGlyphs).Select(font => (html, font.GetProperty("familyName").GetString()!)));
        }

        return drawn;
    }

    private static bool HasGlyphs(JsonElement font) => font.GetProperty("glyphCount").GetDouble() > 0;
}
