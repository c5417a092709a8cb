using System.Net;
using OpsBoard.Web.Board;

namespace OpsBoard.Web.Screens;

public sealed class PageTests(ScreenHost host, Browser browser) : IClassFixture<ScreenHost>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_allows_nothing_but_its_own_origin_and_is_never_stored()
    {
        using var client = new HttpClient { BaseAddress = new Uri(host.Address) };

        using var answer = await client.GetAsync("/wall/hainan", Cancel);
        var html = await answer.Content.ReadAsStringAsync(Cancel);

        Assert.Equal(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
            + $"connect-src 'self' ws://{client.BaseAddress.Authority}; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
            answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("same-origin", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.DoesNotContain("style=", html, StringComparison.Ordinal);
        Assert.Contains($"data-build=\"{BuildIdentity.Current.Id}\"", WebUtility.HtmlDecode(html), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("js/store.js", "text/javascript")]
    [InlineData("css/wall.css", "text/css")]
    [InlineData("lib/signalr/signalr.min.js", "text/javascript")]
    [InlineData("lib/noto-sans-sc/index.css", "text/css")]
    public async Task A_file_of_this_build_is_kept_for_ever(string path, string type)
    {
        using var client = new HttpClient { BaseAddress = new Uri(host.Address) };

        using var answer = await client.GetAsync($"/a/{BuildIdentity.Current.Id}/{path}", Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("public, max-age=31536000, immutable", answer.Headers.GetValues("Cache-Control").Single());
    }

    [Theory]
    [InlineData("/a/0.0.1+other/js/store.js")]
    [InlineData("/a/0.0.1+other/../../appsettings.json")]
    public async Task A_file_of_another_build_is_not_found(string address)
    {
        using var client = new HttpClient { BaseAddress = new Uri(host.Address) };

        using var answer = await client.GetAsync(address, Cancel);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("/units/hainan/haiku", "hainan/haikou")]
    [InlineData("/wall/Hainan!", "hainan")]
    [InlineData("/units/hainan?period=sometime", "sometime")]
    public async Task What_does_not_exist_is_answered_by_what_does(string address, string offered)
    {
        using var client = new HttpClient { BaseAddress = new Uri(host.Address) };

        using var answer = await client.GetAsync(address, Cancel);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains(offered, await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_language_is_chosen_by_a_form_that_comes_back_to_the_same_view()
    {
        var page = await browser.Open($"{host.Address}/units/hainan?period=month", 1920, 1080, script: false);

        await page.ClickAsync(".language button");

        Assert.Equal("en", await page.GetAttributeAsync("html", "lang"));
        Assert.EndsWith("/units/hainan?period=month", page.Url, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_choice_of_language_that_no_page_offered_is_refused()
    {
        using var client = new HttpClient { BaseAddress = new Uri(host.Address) };
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("lang", "en"), KeyValuePair.Create("back", "https://example.org/")]);

        using var answer = await client.PostAsync("/language", form, Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }
}
