using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Screens.Survival;

/// <summary>The server is replaced by another build while walls hang on it. They poll here, so that their minutes pass at once.</summary>
public sealed class NewBuildTests(Browser browser)
{
    private const string New = "9.9.9+0badcafe";
    private const string IsNew = $"() => document.documentElement.dataset.build === '{New}'";

    [Fact]
    public async Task While_the_new_build_does_not_answer_a_wall_stays_on_the_old_one_and_stays_live()
    {
        await using var server = await LiveServer.Start(LiveServer.Hainan);
        await using var line = FaultyLine.To(server);
        await using var screen = await Wall(server, line, "Math.random = () => 0.05;");
        server.Door.Refuse("/version");
        await Replace(server, line);

        // It asks soon after it has heard of the new build, and again a minute later.
        await screen.Pass(120);
        var (claim, replaced) = (await screen.Claim(), await screen.Asked<bool>(IsNew));
        server.Door.Admit("/version");
        await screen.PassUntil(IsNew, 65);

        Assert.Equal(("live", false), (claim.State, replaced));
        Assert.True(server.Door.Answers.Count(static answer => answer is (503, "/version")) >= 2);
        await screen.PassUntilLive(15);
        screen.ClaimedNothingFalse();
    }

    // Acceptance A8: within five minutes, here for the wall that chance lets wait longest.
    [Fact]
    public async Task A_wall_carries_the_new_build_within_five_minutes_and_is_live_again()
    {
        await using var server = await LiveServer.Start(LiveServer.Hainan);
        await using var line = FaultyLine.To(server);
        await using var screen = await Wall(server, line, "Math.random = () => 0.999;");
        await Replace(server, line);

        var waited = await screen.PassUntil(IsNew, 300);

        Assert.True(waited > 200, $"{waited} s");
        await screen.PassUntilLive(30);
        Assert.Equal(1, server.Door.Answers.Count(static answer => answer == (200, "/version")));
        screen.ClaimedNothingFalse();
    }

    private async Task<WatchedScreen> Wall(LiveServer server, FaultyLine line, string chance)
    {
        server.Door.Refuse("/hubs/board", "/api/v1/live");
        var screen = await WatchedScreen.Open(browser, server, line, "/wall/hainan", chance);
        await screen.PassUntilLive(40);
        return screen;
    }

    private static async Task Replace(LiveServer server, FaultyLine line)
    {
        server.Build = New;
        line.Refuse();
        await server.Restart();
        line.Mend(server);
    }
}
