using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Screens.Survival;

/// <summary>The line stalls and nobody closes it: the case that no error tells.</summary>
public sealed class StallTests(Browser browser)
{
    // Acceptance A2: within 10 s, by the page's own monotonic clock.
    [Theory]
    [InlineData("wall/hainan")]
    [InlineData("units/hainan")]
    public async Task A_line_that_stalls_is_named_within_ten_seconds_and_the_clock_stands(string path)
    {
        await using var server = await LiveServer.Start(LiveServer.Hainan);
        await using var line = FaultyLine.To(server);
        await using var screen = await WatchedScreen.Open(browser, server, line, $"/{path}");
        await screen.PassUntilLive(2);

        line.Stall();
        await screen.PassUntil("() => document.body.dataset.state === 'cutoff'", 10);
        var first = await screen.Claim();
        await screen.Pass(30);
        var later = await screen.Claim();
        line.Mend(server);
        await screen.PassUntilLive(60);

        Assert.Matches("^画面断线 · 停在 10:00:0[0-9]$", first.Clock);
        Assert.Equal(("cutoff", first.Clock), (later.State, later.Clock));
        screen.ClaimedNothingFalse();
    }

    [Fact]
    public async Task A_wall_whose_line_stalls_is_live_again_fifteen_seconds_after_it_flows()
    {
        await using var server = await LiveServer.Start(LiveServer.Hainan);
        await using var line = FaultyLine.To(server);
        await using var screen = await WatchedScreen.Open(browser, server, line, "/wall/hainan");
        await screen.PassUntilLive(2);

        line.Stall();
        await screen.Pass(120);
        line.Mend(server);

        await screen.PassUntilLive(15);
        screen.ClaimedNothingFalse();
    }

    [Fact]
    public async Task A_line_that_breaks_now_and_then_makes_no_number_look_fresher_than_it_is()
    {
        await using var server = await LiveServer.Start(LiveServer.Hainan);
        await using var line = FaultyLine.To(server);
        await using var screen = await WatchedScreen.Open(browser, server, line, "/wall/hainan");
        await screen.PassUntilLive(2);

        line.Drop();
        await screen.PassUntilLive(15);
        line.Refuse();
        await screen.Pass(5);
        line.Mend(server);
        await screen.PassUntilLive(15);
        line.Stall();
        await screen.Pass(5);
        line.Mend(server);
        await screen.Pass(3);

        Assert.Equal(await server.PushedTo("hainan", await screen.Page.Numbers()), await screen.Page.Numbers(), StringComparer.Ordinal);
        screen.ClaimedNothingFalse();
    }
}
