using Microsoft.Playwright;

namespace OpsBoard.Web.Screens.Table;

/// <summary>Pictures of the tables that say what the wall says, kept as build artefacts to be looked at.</summary>
public sealed class TablePictureTests(ScreenHost host, Browser browser) : IClassFixture<ScreenHost>
{
    [Theory]
    [InlineData("table/hainan", 1920, 1080, "zh-CN")]
    [InlineData("table/hainan", 1920, 1080, "en")]
    [InlineData("table/hainan?sort=overdue&order=desc", 1180, 820, "zh-CN")]
    [InlineData("table/hainan", 1180, 820, "en")]
    [InlineData("table/hainan", 390, 844, "zh-CN")]
    [InlineData("table/hainan/haikou/housing", 1180, 820, "zh-CN")]
    public async Task A_twin_is_kept_as_a_picture(string path, int width, int height, string language)
    {
        var page = await browser.Open($"{host.Address}/{path}", width, height, language: language);
        await page.WaitForSelectorAsync("body[data-state=live]");

        await page.ScreenshotAsync(new() { Path = Pictures.Named(path, width, height, language), FullPage = true });

        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_printed_twin_is_kept_as_a_picture()
    {
        var page = await browser.Open($"{host.Address}/table/hainan", 1046, 700);

        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await page.ScreenshotAsync(new() { Path = Pictures.Named("print-table/hainan", 1046, 700, "zh-CN"), FullPage = true });

        await page.Context.CloseAsync();
    }
}
