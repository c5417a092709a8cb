using System.Net;
using Microsoft.Playwright;

namespace OpsBoard.Web.Screens;

public sealed class TextSizeTests(ScreenHost host, Browser browser) : IClassFixture<ScreenHost>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_text_grows_and_shrinks_by_steps_without_script_and_the_view_stays()
    {
        var page = await browser.Open($"{host.Address}/m/hainan?x=1", 820, 1180, script: false);

        var sizes = new[]
        {
            await Size(page), await Choose(page, "A+"), await Choose(page, "A+"), await Choose(page, "A+"),
            await Choose(page, "A"), await Choose(page, "A−"),
        };

        Assert.Equal([16, 18.4, 20.8, 24, 16, 14], sizes);
        Assert.EndsWith("/m/hainan?x=1", page.Url, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("0", "A−")]
    [InlineData("4", "A+")]
    public async Task The_last_step_offers_no_further_one(string step, string last)
    {
        var page = await With(step, "m/hainan");

        Assert.Equal([last], await page.EvalOnSelectorAllAsync<string[]>(".text-size button:disabled", "all => all.map(n => n.textContent)"), StringComparer.Ordinal);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("4", "units/hainan", 24)]
    [InlineData("4", "table/hainan", 24)]
    [InlineData("4", "wall/hainan", 16)]
    [InlineData("99", "m/hainan", 24)]
    [InlineData("large", "m/hainan", 16)]
    public async Task Every_page_but_a_wall_obeys_and_a_size_that_is_none_is_read_as_the_nearest(string step, string path, double size)
    {
        var page = await With(step, path);

        Assert.Equal(size, await Size(page));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_choice_of_size_that_no_page_offered_is_refused()
    {
        using var client = new HttpClient { BaseAddress = new Uri(host.Address) };
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("size", "3"), KeyValuePair.Create("back", "/m/hainan")]);

        using var answer = await client.PostAsync("/text-size", form, Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    private static async Task<double> Choose(IPage page, string name)
    {
        await page.ClickAsync($".text-size button:text-is('{name}')");
        return await Size(page);
    }

    private static Task<double> Size(IPage page) => page.EvaluateAsync<double>("() => parseFloat(getComputedStyle(document.documentElement).fontSize)");

    private async Task<IPage> With(string step, string path)
    {
        var page = await browser.Blank(820, 1180, script: false);
        await page.Context.AddCookiesAsync([new() { Name = "text", Value = step, Url = host.Address }]);
        await page.GotoAsync($"{host.Address}/{path}");
        return page;
    }
}
