using Microsoft.Playwright;
using OpsBoard.Testing;
using OpsBoard.Units;
using OpsBoard.Web.Screens;

namespace OpsBoard.Web.Tests.Run;

/// <summary>The real server in a real browser.</summary>
public sealed class WallTests(Browser browser) : IClassFixture<Browser>
{
    private const string Accepted = "[data-k='hainan.accepted']";

    [Fact]
    public async Task An_event_reaches_the_wall_while_it_hangs_there_and_again_after_a_restart()
    {
        await using var server = await LiveServer.Start(LiveServer.Hainan);
        await server.Post(SentEvent.Accepted("c1"));
        await server.Board("hainan", static board => board.GetProperty("counts").GetProperty("accepted").GetInt32() == 1);
        var page = await browser.Open($"{server.Address}/wall/hainan", 1920, 1080);
        await Assertions.Expect(page.Locator("body")).ToHaveAttributeAsync("data-state", "live", Patiently);
        await Assertions.Expect(page.Locator(Accepted)).ToHaveTextAsync("1");

        await server.Post(SentEvent.Accepted("c2"));
        await Assertions.Expect(page.Locator(Accepted)).ToHaveTextAsync("2", PatientlyForText);

        await server.Restart();
        var again = await browser.Open($"{server.Address}/wall/hainan", 1920, 1080);
        await Assertions.Expect(again.Locator(Accepted)).ToHaveTextAsync("2", PatientlyForText);
        await page.Context.CloseAsync();
        await again.Context.CloseAsync();
    }

    [Fact]
    public async Task Pictures_of_the_province_at_ten_are_kept_to_be_looked_at()
    {
        await using var server = await LiveServer.Start(LiveServer.Hainan, OfficeMorning.Begin);
        await OfficeMorning.Play(server);
        var wall = await browser.Open($"{server.Address}/wall/hainan", 1920, 1080);
        await Assertions.Expect(wall.Locator("body")).ToHaveAttributeAsync("data-state", "live", Patiently);
        await wall.ScreenshotAsync(new PageScreenshotOptions { Path = Pictures.Named("live-wall/hainan", 1920, 1080, "zh-CN") });
        var county = await browser.Open($"{server.Address}/units/hainan/sanya", 1920, 1080);
        await Assertions.Expect(county.Locator("body")).ToHaveAttributeAsync("data-state", "live", Patiently);

        await county.ScreenshotAsync(new PageScreenshotOptions { Path = Pictures.Named("live-units/hainan/sanya", 1920, 1080, "zh-CN") });

        Assert.Equal(await Text(server, "hainan/sanya.accepted"), await county.Locator("[data-k='hainan/sanya.accepted']").First.InnerTextAsync());
        await wall.Context.CloseAsync();
        await county.Context.CloseAsync();
    }

    private static LocatorAssertionsToHaveAttributeOptions Patiently => new() { Timeout = 60_000 };

    private static LocatorAssertionsToHaveTextOptions PatientlyForText => new() { Timeout = 60_000 };

    private static async Task<string> Text(LiveServer server, string key)
    {
        var board = await server.Get($"/api/v1/units/{key[..key.LastIndexOf('.')]}");
        return board.GetProperty("shown").GetProperty(key).GetProperty("t").ToString();
    }
}
