using Microsoft.Playwright;

namespace OpsBoard.Web.Screens.Wall;

/// <summary>Pictures of every view of the wall, kept as build artefacts to be looked at.</summary>
public sealed class WallPictureTests(ScreenHost host, Browser browser) : IClassFixture<ScreenHost>
{
    public static readonly MatrixTheoryData<string, string> All = new(
        ["1920x1080", "3840x1080", "7680x2160", "1080x1920"],
        [
            "hainan?views=lagging", "hainan?views=reviews", "hainan?views=windows", "hainan?grid=2x1", "hainan?theme=light",
            "hainan/danzhou", "hainan/danzhou?views=grid", "hainan/sanya/tax?views=windows",
        ]);

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_view_is_kept_as_a_picture(string size, string scope)
    {
        var pixels = size.Split('x').Select(int.Parse).ToArray();
        var page = await browser.Open($"{host.Address}/wall/{scope}", pixels[0], pixels[1]);
        await page.WaitForSelectorAsync("body[data-state=live]");

        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Pictures.Named($"wall/{scope}", pixels[0], pixels[1], "zh-CN") });

        await page.Context.CloseAsync();
    }
}
