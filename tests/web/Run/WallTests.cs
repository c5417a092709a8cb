using Microsoft.Playwright;
using OpsBoard.Testing;
using OpsBoard.Web.Screens;

namespace OpsBoard.Web.Tests.Run;

/// <summary>The real server in a real browser.</summary>
public sealed class WallTests(Browser browser)
{
    private const string Accepted = "[data-k='hainan.accepted']";

    // A number of the frame (a matrix beside them scrolls in its own region) whose box sticks out of its panel to the right, or whose text does.
    private const string CutNumbers = """
        () => [...document.querySelectorAll('.num[data-k]')].filter(n => n.offsetParent).filter(n => {
          const panel = n.closest('.figure, li, td') ?? document.body, text = document.createRange();
          text.selectNodeContents(n);
          const right = Math.max(n.getBoundingClientRect().right, text.getBoundingClientRect().right);
          return right > panel.getBoundingClientRect().right + 1 || right > innerWidth + 1;
        }).map(n => n.dataset.k)
        """;

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
        await wall.ScreenshotAsync(new PageScreenshotOptions { Path = Pictures.Named("province-wall/hainan", 1920, 1080, "zh-CN") });
        var county = await browser.Open($"{server.Address}/units/hainan/sanya", 1920, 1080);
        await Assertions.Expect(county.Locator("body")).ToHaveAttributeAsync("data-state", "live", Patiently);

        await county.ScreenshotAsync(new PageScreenshotOptions { Path = Pictures.Named("province-units/hainan/sanya", 1920, 1080, "zh-CN") });

        Assert.Equal(await server.PushedTo("hainan", await wall.Numbers()), await wall.Numbers(), StringComparer.Ordinal);
        Assert.Equal(await server.PushedTo("hainan/sanya", await county.Numbers()), await county.Numbers(), StringComparer.Ordinal);
        await wall.Context.CloseAsync();
        await county.Context.CloseAsync();
    }

    [Fact]
    public async Task A_wall_never_says_that_nobody_waits_while_a_stale_window_has_somebody_waiting()
    {
        await using var server = await LiveServer.Start();
        await server.Post(SentEvent.Issued("t1", at: ManualClock.Opening.AddMinutes(-4)));
        await server.Post(SentEvent.Of("window.heartbeat", "beat", "hainan/haikou/housing/w02", null, new { }));
        await server.Board("hainan/haikou/housing", static board => board.GetProperty("gauges").GetProperty("waiting").GetInt32() == 1);
        var page = await browser.Open($"{server.Address}/wall/hainan/haikou/housing", 1920, 1080);

        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Pictures.Named("stale-wall/hainan/haikou/housing", 1920, 1080, "zh-CN") });

        Assert.Equal("1", await page.Locator("[data-k='hainan/haikou/housing.waiting']").First.InnerTextAsync());
        Assert.DoesNotContain("无人等候", await page.InnerTextAsync("body"), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("wall/hainan")]
    [InlineData("wall/hainan/haikou/housing")]
    [InlineData("units/hainan")]
    public async Task A_board_that_nobody_reported_to_yet_fits_and_says_so(string path)
    {
        await using var server = await LiveServer.Start(LiveServer.Hainan);
        var page = await browser.Open($"{server.Address}/{path}", 1920, 1080);
        await Assertions.Expect(page.Locator("body")).ToHaveAttributeAsync("data-state", "live", Patiently);

        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Pictures.Named($"empty-{path}", 1920, 1080, "zh-CN") });

        Assert.Empty(await page.EvaluateAsync<string[]>(CutNumbers));
        await page.Context.CloseAsync();
    }

    private static LocatorAssertionsToHaveAttributeOptions Patiently => new() { Timeout = 60_000 };

    private static LocatorAssertionsToHaveTextOptions PatientlyForText => new() { Timeout = 60_000 };
}
