namespace OpsBoard.Web.Screens.Tablet;

/// <summary>Pictures of the leaders' tablet, kept as build artefacts to be looked at.</summary>
public sealed class TabletPictureTests(ScreenHost host, Browser browser) : IClassFixture<ScreenHost>
{
    [Theory]
    [InlineData("m/hainan", 1180, 820, "zh-CN")]
    [InlineData("m/hainan", 1180, 820, "en")]
    [InlineData("m/hainan", 820, 1180, "zh-CN")]
    [InlineData("m/hainan", 820, 1180, "en")]
    [InlineData("m/hainan", 390, 844, "zh-CN")]
    [InlineData("m/hainan", 390, 844, "en")]
    [InlineData("m/hainan", 320, 640, "en")]
    [InlineData("m/hainan/haikou/housing", 820, 1180, "zh-CN")]
    public async Task A_tablet_is_kept_as_a_picture(string path, int width, int height, string language)
    {
        var page = await browser.Open($"{host.Address}/{path}", width, height, language: language);
        await page.WaitForSelectorAsync("body[data-state=live]");

        await page.ScreenshotAsync(new() { Path = Pictures.Named(path, width, height, language), FullPage = width < 800 });

        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(1180, 820)]
    [InlineData(820, 1180)]
    [InlineData(390, 844)]
    public async Task The_largest_text_is_kept_as_a_picture(int width, int height)
    {
        var page = await browser.Open($"{host.Address}/m/hainan", width, height);
        await page.Context.AddCookiesAsync([new() { Name = "text", Value = "4", Url = host.Address }]);

        await page.ReloadAsync();
        await page.ScreenshotAsync(new() { Path = Pictures.Named("large-m/hainan", width, height, "zh-CN"), FullPage = width < 800 });

        await page.Context.CloseAsync();
    }
}
