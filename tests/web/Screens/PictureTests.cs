using Microsoft.Playwright;

namespace OpsBoard.Web.Screens;

/// <summary>Pictures of the screens, kept as build artefacts to be looked at.</summary>
public sealed class PictureTests(ScreenHost host, Browser browser) : IClassFixture<ScreenHost>
{
    [Theory]
    [InlineData("wall/hainan", 1920, 1080, "zh-CN")]
    [InlineData("wall/hainan", 3840, 1080, "zh-CN")]
    [InlineData("wall/hainan", 7680, 2160, "zh-CN")]
    [InlineData("wall/hainan", 1080, 1920, "zh-CN")]
    [InlineData("wall/hainan", 1920, 1080, "en")]
    [InlineData("wall/hainan/haikou/housing", 1920, 1080, "zh-CN")]
    [InlineData("units/hainan", 1920, 1080, "zh-CN")]
    [InlineData("units/hainan", 1180, 820, "en")]
    [InlineData("units/hainan?period=month", 1920, 1080, "zh-CN")]
    [InlineData("lagging/hainan?indicator=satisfaction-active", 1920, 1080, "zh-CN")]
    [InlineData("rankings/hainan?indicator=satisfaction-active", 1920, 1080, "zh-CN")]
    [InlineData("reviews/hainan", 1920, 1080, "zh-CN")]
    [InlineData("units/hainan/haiku", 1920, 1080, "zh-CN")]
    [InlineData("", 1920, 1080, "zh-CN")]
    public async Task A_screen_is_kept_as_a_picture(string path, int width, int height, string language)
    {
        var page = await browser.Open($"{host.Address}/{path}", width, height, script: false, language);

        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Pictures.Named(path, width, height, language) });

        await page.Context.CloseAsync();
    }
}
