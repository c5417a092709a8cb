namespace OpsBoard.Web.Screens;

public sealed class NoScriptTests(ScreenHost host, Browser browser) : IClassFixture<ScreenHost>
{
    [Theory]
    [InlineData("wall/hainan", "zh-CN", 89)]
    [InlineData("wall/hainan", "en", 89)]
    [InlineData("units/hainan", "zh-CN", 180)]
    [InlineData("units/hainan", "en", 180)]
    [InlineData("wall/hainan/haikou/housing", "zh-CN", 13)]
    public async Task A_page_without_script_carries_the_numbers_of_its_frame(string path, string language, int atLeast)
    {
        var page = await browser.Open($"{host.Address}/{path}", 1920, 1080, script: false, language);

        var numbers = await page.Numbers();

        Assert.True(numbers.Count >= atLeast, $"{numbers.Count} numbers");
        Assert.Equal(numbers.NumbersAsIn(host.Frames[path[(path.IndexOf('/', StringComparison.Ordinal) + 1)..]], language == "en"), numbers, StringComparer.Ordinal);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("wall/hainan")]
    [InlineData("units/hainan")]
    public async Task A_page_without_script_says_as_of_when_and_that_it_stands_still(string path)
    {
        var page = await browser.Open($"{host.Address}/{path}", 1920, 1080, script: false);

        var text = await page.InnerTextAsync("body");

        Assert.Contains("截至 10:00:00", text, StringComparison.Ordinal);
        Assert.Contains("此页不会自动更新", text, StringComparison.Ordinal);
        Assert.Contains("刷新", text, StringComparison.Ordinal);
        Assert.DoesNotContain("实时", text, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }
}
