using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Screens.Survival;

/// <summary>The clock and the zone of the device change no text: only the server's ticks do.</summary>
public sealed class SkewTests(Browser browser)
{
    [Theory]
    [InlineData("wall/hainan")]
    [InlineData("units/hainan")]
    public async Task A_browser_an_hour_off_in_another_zone_shows_the_same_text(string path)
    {
        await using var server = await LiveServer.Start(LiveServer.Hainan);
        await server.Post(SentEvent.Accepted("c1"));
        await server.Board("hainan", static board => board.GetProperty("counts").GetProperty("accepted").GetInt32() == 1);

        var right = await Text(server, path, TimeSpan.Zero);
        var late = await Text(server, path, TimeSpan.FromHours(-1));
        var early = await Text(server, path, TimeSpan.FromHours(1));

        Assert.Contains("实时 · 数据 0 秒前", right, StringComparison.Ordinal);
        Assert.Equal(right, late);
        Assert.Equal(right, early);
    }

    private async Task<string> Text(LiveServer server, string path, TimeSpan wrongBy)
    {
        var page = await browser.Blank(1920, 1080);
        await page.AddInitScriptAsync(Witness.Script);
        await page.Clock.InstallAsync(new() { TimeDate = (server.Clock.Now + wrongBy).UtcDateTime });
        await page.Clock.PauseAtAsync((server.Clock.Now + wrongBy).UtcDateTime.AddSeconds(1));
        await page.GotoAsync($"{server.Address}/{path}");
        await page.EvaluateAsync("() => window.witness.settled()");
        await page.Clock.RunForAsync(999);
        await page.EvaluateAsync("() => window.witness.tick()");
        var text = await page.InnerTextAsync("body");
        await page.Context.CloseAsync();
        return text;
    }
}
