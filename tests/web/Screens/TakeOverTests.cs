using Microsoft.Playwright;
using OpsBoard.Web.Board;

namespace OpsBoard.Web.Screens;

public sealed class TakeOverTests(ScreenHost host, Browser browser) : IClassFixture<ScreenHost>
{
    private const string Mark = "() => document.querySelectorAll('[data-k]').forEach((n, i) => { n.mark = i; n.firstChild && (n.firstChild.mark = i); })";
    private const string Kept = "() => [...document.querySelectorAll('[data-k]')].every((n, i) => n.mark === i && (n.firstChild?.mark ?? i) === i)";

    [Theory]
    [InlineData("wall/hainan")]
    [InlineData("units/hainan")]
    public async Task The_module_adopts_the_page_and_changes_nothing_but_texts(string path)
    {
        var page = await browser.Open($"{host.Address}/{path}", 1920, 1080);
        var faults = new List<string>();
        page.Console += (_, message) => faults.Add($"{message.Text} at {message.Location}");
        await page.EvaluateAsync(Mark);
        await page.WaitForSelectorAsync("body[data-state=live]");
        var before = host.Frames["hainan"].Version;

        await host.Feed.Patch("hainan", "hainan/wenchang.overdue", new Shown("7", "7", States.Ok, Levels.Overdue));
        await page.WaitForSelectorAsync($"body[data-version='{before + 1}']");

        var numbers = await page.Numbers();
        Assert.Equal(numbers.NumbersAsIn(host.Frames["hainan"]), numbers, StringComparer.Ordinal);
        Assert.Contains("hainan/wenchang.overdue | 7 | ok | overdue", numbers, StringComparer.Ordinal);
        Assert.True(await page.EvaluateAsync<bool>(Kept));
        Assert.Empty(faults);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_lost_patch_is_made_good_by_a_snapshot()
    {
        var page = await browser.Open($"{host.Address}/wall/hainan", 1920, 1080);
        await page.WaitForSelectorAsync("body[data-state=live]");
        var lost = host.Frames["hainan"];
        host.Frames["hainan"] = lost with { Version = lost.Version + 1, AsOf = lost.AsOf.AddMilliseconds(1) };

        await host.Feed.Patch("hainan", "hainan/wenchang.dueSoon", new Shown("2", "2", States.Ok, Levels.Warning));

        await page.WaitForSelectorAsync($"body[data-version='{lost.Version + 2}']");
        var numbers = await page.Numbers();
        Assert.Equal(numbers.NumbersAsIn(host.Frames["hainan"]), numbers, StringComparer.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_live_wall_shows_the_servers_time_and_the_age_of_its_data()
    {
        var page = await browser.Open($"{host.Address}/wall/hainan", 1920, 1080);

        await page.WaitForSelectorAsync("body[data-state=live]");

        Assert.Matches("^实时 · 数据 [0-9]+ 秒前$", await page.InnerTextAsync("#line"));
        Assert.Matches("^10:0[0-9]:[0-9]{2}$", await page.InnerTextAsync("#clock"));
        await page.ScreenshotAsync(new() { Path = Pictures.Named("live-wall/hainan", 1920, 1080, "zh-CN") });
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_screen_that_hears_nothing_for_eight_seconds_says_so_and_stops_its_clock()
    {
        var page = await browser.Blank(1920, 1080);
        await page.Clock.InstallAsync(new() { TimeDate = SampleBoard.Now.UtcDateTime });
        await page.Clock.PauseAtAsync(SampleBoard.Now.UtcDateTime.AddSeconds(1));
        await page.GotoAsync($"{host.Address}/wall/hainan");
        await page.WaitForSelectorAsync("body[data-state=live]");

        await page.Clock.RunForAsync(9_000);

        await page.WaitForSelectorAsync("body[data-state=cutoff]");
        Assert.Matches("^画面断线 · 停在 10:00:0[0-9]$", await page.InnerTextAsync("#clock"));
        await page.ScreenshotAsync(new() { Path = Pictures.Named("cutoff-wall/hainan", 1920, 1080, "zh-CN") });
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_paused_page_keeps_its_numbers_until_it_goes_on()
    {
        var page = await browser.Open($"{host.Address}/units/hainan", 1920, 1080);
        await page.WaitForSelectorAsync("body[data-state=live]");
        await page.ClickAsync("#pause");
        var before = host.Frames["hainan"].Version;

        await host.Feed.Patch("hainan", "hainan/sanya.overdue", new Shown("6", "6", States.Ok, Levels.Overdue));
        var paused = await page.InnerTextAsync("#line");
        await page.ClickAsync("#pause");
        await page.WaitForSelectorAsync($"body[data-version='{before + 1}']");

        Assert.Matches("^已暂停 · 数据停在 10:00:0[0-9]$", paused);
        Assert.Contains("hainan/sanya.overdue | 6 | ok | overdue", await page.Numbers(), StringComparer.Ordinal);
        await page.Context.CloseAsync();
    }
}
