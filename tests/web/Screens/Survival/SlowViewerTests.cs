using Microsoft.Playwright;
using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Screens.Survival;

/// <summary>A viewer whose line takes little is shown the newest, and nothing piles up for him.</summary>
public sealed class SlowViewerTests(Browser browser)
{
    private const int Changes = 60;

    // Every version that the page ever painted, in order.
    private const string Versions =
        "() => { window.versions = []; new MutationObserver(() => window.versions.push(Number(document.body.dataset.version))).observe(document.body, { attributes: true, attributeFilter: ['data-version'] }); }";

    [Fact]
    public async Task A_throttled_screen_ends_at_the_newest_number_and_never_goes_back()
    {
        await using var server = await LiveServer.Start(LiveServer.Hainan);
        await using var line = FaultyLine.To(server);
        var page = await browser.Open($"{line.Address}/wall/hainan", 1920, 1080);
        await page.SettledAsync();
        await page.EvaluateAsync(Versions);
        var before = line.Down;

        line.Throttle(16 * 1024);
        await Change(server);
        var board = await server.Board("hainan", static board => board.GetProperty("counts").GetProperty("accepted").GetInt32() == Changes);
        await Assertions.Expect(page.Locator("[data-k='hainan.accepted']")).ToHaveTextAsync($"{Changes}", new() { Timeout = 120_000 });

        var versions = await page.EvaluateAsync<long[]>("() => window.versions");
        Assert.Equal(versions.Order(), versions);
        // Never more than a patch for each change and a snapshot or two: 60 queued snapshots would be 1.5 MB.
        Assert.InRange(line.Down - before, 1, Changes * 1024 + 3 * SizeOf(board));
        Assert.Equal(await server.PushedTo("hainan", await page.Numbers()), await page.Numbers(), StringComparer.Ordinal);
        await page.Context.CloseAsync();
    }

    // One by one, so that each makes a frame of its own.
    private static async Task Change(LiveServer server)
    {
        for (var i = 1; i <= Changes; i++) await server.Post(SentEvent.Accepted($"c{i}", at: server.Clock.Now));
    }

    private static int SizeOf(System.Text.Json.JsonElement board) => System.Text.Encoding.UTF8.GetByteCount(board.GetRawText());
}
