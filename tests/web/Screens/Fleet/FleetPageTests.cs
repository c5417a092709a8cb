using System.Net;
using System.Net.Http.Json;
using System.Text;
using Microsoft.Playwright;
using OpsBoard.Web.Fleet;

namespace OpsBoard.Web.Screens.Fleet;

public sealed class FleetPageTests(ScreenHost host, Browser browser) : IClassFixture<ScreenHost>
{
    private static readonly WallReport Live = new SomeReport().Report;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_wall_reports_by_itself_shows_its_number_when_asked_and_stands_in_the_table()
    {
        var wall = await browser.Blank(1900, 1060);
        await wall.Clock.InstallAsync(new() { TimeDate = SampleBoard.Now.UtcDateTime });
        await wall.Clock.PauseAtAsync(SampleBoard.Now.UtcDateTime.AddSeconds(1));
        var reported = wall.WaitForResponseAsync(static answer => answer.Url.EndsWith("/api/v1/walls/self", StringComparison.Ordinal));
        await wall.GotoAsync($"{host.Address}/wall/hainan");
        await wall.Clock.RunForAsync(2_000);
        await reported;
        var fleet = await browser.Open($"{host.Address}/fleet", 1920, 1080);

        await fleet.Locator("tr", new() { HasText = "1900×1060" }).GetByRole(AriaRole.Button).First.ClickAsync();
        // In steps shorter than the number is shown: in one leap of half a minute it may come and go unseen.
        for (var passed = 0; passed < 32 && !await wall.Locator("#identify").IsVisibleAsync(); passed++) await wall.Clock.RunForAsync(1_000);
        await Assertions.Expect(wall.Locator("#identify")).ToBeVisibleAsync();
        await wall.ScreenshotAsync(new PageScreenshotOptions { Path = Pictures.Named("identify-wall/hainan", 1900, 1060, "zh-CN") });
        await wall.Clock.RunForAsync(11_000);

        await Assertions.Expect(wall.Locator("#identify")).ToHaveCountAsync(0);
        Assert.Contains(await wall.Context.CookiesAsync(), static cookie => cookie is { Name: "wall", HttpOnly: true, SameSite: SameSiteAttribute.Strict });
        await wall.Context.CloseAsync();
        await fleet.Context.CloseAsync();
    }

    [Theory]
    [InlineData("https://example.org", null, HttpStatusCode.Forbidden)]
    [InlineData(null, "cross-site", HttpStatusCode.Forbidden)]
    [InlineData(null, "same-site", HttpStatusCode.Forbidden)]
    [InlineData(null, null, HttpStatusCode.Forbidden)]
    [InlineData(null, "same-origin", HttpStatusCode.OK)]
    public async Task A_report_from_another_origin_is_refused(string? origin, string? site, HttpStatusCode status)
    {
        using var client = new HttpClient { BaseAddress = new Uri(host.Address) };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/walls/self") { Content = JsonContent.Create(Live) };
        if (origin is not null) request.Headers.Add("Origin", origin);
        if (site is not null) request.Headers.Add("Sec-Fetch-Site", site);

        using var answer = await client.SendAsync(request, Cancel);

        Assert.Equal(status, answer.StatusCode);
    }

    [Theory]
    [InlineData("{}", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("{}", "text/plain", HttpStatusCode.UnsupportedMediaType)]
    public async Task What_is_no_report_is_refused(string body, string type, HttpStatusCode status)
    {
        using var answer = await Send(new StringContent(body, Encoding.UTF8, type));

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task A_report_of_more_than_four_kibibytes_is_refused()
    {
        using var answer = await Send(new StringContent(new string(' ', WallReportReader.LongestBody + 1), Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task A_wall_is_asked_by_the_form_of_the_page_only()
    {
        using var client = new HttpClient { BaseAddress = new Uri(host.Address) };
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("number", "1"), KeyValuePair.Create("command", "Reload")]);

        using var answer = await client.PostAsync(WallEndpoints.Asking, form, Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Page_and_csv_say_the_same()
    {
        host.Walls.Report(Walls.NewDevice(), Live with { Scope = "hainan/haikou", State = "cutoff", Build = "0.0.9+other", DataAgeMs = 65_000 });
        using var client = new HttpClient { BaseAddress = new Uri(host.Address) };
        var page = await browser.Open($"{host.Address}/fleet", 1920, 1080, script: false);

        var row = await page.Locator("tr", new() { HasText = "hainan/haikou" }).First.Locator("td.state, td.other").AllInnerTextsAsync();
        var csv = await client.GetStringAsync("/api/v1/walls?format=csv", Cancel);
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Pictures.Named("fleet", 1920, 1080, "zh-CN") });

        Assert.Equal(["■ 画面断线", "0.0.9+other · 与服务端不同"], row);
        Assert.All(row.Append("海口市"), cell => Assert.Contains(cell, csv, StringComparison.Ordinal));
        await page.Context.CloseAsync();
    }

    private async Task<HttpResponseMessage> Send(HttpContent body)
    {
        using var client = new HttpClient { BaseAddress = new Uri(host.Address) };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/walls/self") { Content = body };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        return await client.SendAsync(request, Cancel);
    }
}
