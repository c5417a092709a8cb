namespace OpsBoard.Web.Screens;

public sealed class FallbackTests(ScreenHost host, Browser browser) : IClassFixture<ScreenHost>
{
    [Fact]
    public async Task A_refused_socket_falls_back_to_the_stream()
    {
        var page = await browser.Blank(1920, 1080);
        await page.RouteWebSocketAsync("**/hubs/board**", static socket => _ = socket.CloseAsync());

        await page.GotoAsync($"{host.Address}/wall/hainan");
        await page.WaitForSelectorAsync("body[data-state=live]");

        var numbers = await page.Numbers();
        Assert.Equal(numbers.NumbersAsIn(host.Frames["hainan"]), numbers, StringComparer.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_refused_stream_falls_back_to_polling_and_an_unchanged_board_is_not_sent_again()
    {
        var page = await browser.Blank(1920, 1080);
        await page.RouteWebSocketAsync("**/hubs/board**", static socket => _ = socket.CloseAsync());
        await page.RouteAsync("**/api/v1/live?**", static route => route.AbortAsync());
        host.Feed.Answers.Clear();

        await page.GotoAsync($"{host.Address}/wall/hainan");
        await page.WaitForSelectorAsync("body[data-state=live]");
        await page.WaitForResponseAsync(static answer => answer.Status == 304);

        var numbers = await page.Numbers();
        Assert.Equal(numbers.NumbersAsIn(host.Frames["hainan"]), numbers, StringComparer.Ordinal);
        Assert.Equal("live", await page.GetAttributeAsync("body", "data-state"));
        Assert.Equal([200, 304], host.Feed.Answers.Take(2));
        await page.Context.CloseAsync();
    }
}
