using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Screens.Survival;

/// <summary>The server goes away and comes back; nobody touches the screen.</summary>
public sealed class OutageTests(Browser browser)
{
    private const string Marked = "() => window.marked === true";

    // Acceptance A1: walls within 15 s of the return, others within 60 s.
    [Theory]
    [InlineData("wall/hainan", 1, 60, 15)]
    [InlineData("wall/hainan", 2, 60, 15)]
    [InlineData("units/hainan", 3, 60, 60)]
    public async Task A_screen_is_true_again_soon_after_the_server_is_back(string path, int seed, int secondsDown, int limit) =>
        await Outage(path, seed, secondsDown, limit);

    [Theory]
    [InlineData("wall/hainan", 4, 900, 15)]
    [InlineData("units/hainan", 5, 900, 60)]
    public async Task A_quarter_of_an_hour_without_the_server_is_no_different(string path, int seed, int secondsDown, int limit)
    {
        LongSuite.Only();
        await Outage(path, seed, secondsDown, limit);
    }

    // The first try after a loss is within 2 s on walls and 5 s elsewhere; then each bound doubles from one second up to 10 s and 30 s.
    [Theory]
    [InlineData("wall/hainan", 11, new[] { 1, 2, 4, 8, 10, 10, 10 })]
    [InlineData("wall/hainan", 12, new[] { 1, 2, 4, 8, 10, 10, 10 })]
    [InlineData("units/hainan", 13, new[] { 1, 2, 4, 8, 16, 30 })]
    public async Task Tries_are_spread_within_their_bounds(string path, int seed, int[] bounds)
    {
        await using var server = await LiveServer.Start(LiveServer.Hainan);
        await using var line = FaultyLine.To(server);
        await using var screen = await WatchedScreen.Open(browser, server, line, $"/{path}", Witness.Chance(seed));
        await screen.PassUntilLive(2);
        var before = await screen.Asked<int>("() => window.witness.tries()");

        line.Refuse();
        await screen.PassUntil($"() => window.witness.tries() > {before + bounds.Length}", 5 + bounds.Sum() + bounds.Length);

        var gaps = await screen.Asked<double[]>($"() => window.witness.gaps({before})");
        // A failed try is noticed at the end of the second in which it was made.
        Assert.All(gaps.Zip(bounds), static pair => Assert.InRange(pair.First, 0, (pair.Second + 1) * 1000));
        Assert.True(gaps.Distinct().Count() > 1);
        screen.ClaimedNothingFalse();
    }

    private async Task Outage(string path, int seed, int secondsDown, int limit)
    {
        await using var server = await LiveServer.Start(LiveServer.Hainan);
        await using var line = FaultyLine.To(server);
        await using var screen = await WatchedScreen.Open(browser, server, line, $"/{path}", Witness.Chance(seed));
        await screen.PassUntilLive(2);
        await screen.Page.EvaluateAsync("() => { window.marked = true; }");

        line.Refuse();
        await server.Pause();
        await screen.Pass(secondsDown);
        var claim = await screen.Claim();
        var answered = await screen.Asked<bool>(Marked);
        await server.Resume();
        await server.Post(SentEvent.Accepted("c1", at: server.Clock.Now));
        await server.Board("hainan", static board => board.GetProperty("counts").GetProperty("accepted").GetInt32() == 1);
        line.Mend(server);
        await screen.PassUntil("() => document.body.dataset.state === 'live' && document.querySelector(\"[data-k='hainan.accepted']\").textContent === '1'", limit);

        Assert.Equal("cutoff", claim.State);
        Assert.Matches("^画面断线 · 停在 10:00:0[0-9]$", claim.Clock);
        Assert.True(answered, "The page was replaced, by an error page or by itself.");
        Assert.True(await screen.Asked<bool>(Marked));
        Assert.Equal(await server.PushedTo("hainan", await screen.Page.Numbers()), await screen.Page.Numbers(), StringComparer.Ordinal);
        screen.ClaimedNothingFalse();
    }
}
