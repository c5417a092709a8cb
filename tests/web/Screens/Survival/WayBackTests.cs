using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Screens.Survival;

/// <summary>The real server behind a proxy that lets less through, and later more.</summary>
public sealed class WayBackTests(Browser browser)
{
    [Fact]
    public async Task Without_sockets_the_stream_carries_the_same_numbers()
    {
        await using var server = await LiveServer.Start(LiveServer.Hainan);
        server.Door.Refuse("/hubs/board");
        await using var line = FaultyLine.To(server);

        await using var screen = await WatchedScreen.Open(browser, server, line, "/wall/hainan");
        await screen.PassUntilLive(15);

        Assert.Equal("stream", await screen.Asked<string>("() => window.witness.way()"));
        Assert.Equal(await server.PushedTo("hainan", await screen.Page.Numbers()), await screen.Page.Numbers(), StringComparer.Ordinal);
        screen.ClaimedNothingFalse();
    }

    [Fact]
    public async Task A_screen_that_polls_is_told_unchanged_and_goes_back_to_the_socket_after_five_minutes()
    {
        await using var server = await LiveServer.Start(LiveServer.Hainan);
        server.Door.Refuse("/hubs/board", "/api/v1/live");
        await using var line = FaultyLine.To(server);
        await using var screen = await WatchedScreen.Open(browser, server, line, "/wall/hainan");
        await screen.PassUntilLive(15);
        await screen.Pass(11);
        var polled = await screen.Asked<string>("() => window.witness.way()");
        var numbers = await screen.Page.Numbers();

        server.Door.Admit("/hubs/board", "/api/v1/live");
        await screen.PassUntil("() => window.witness.way() === 'hub'", 305);

        Assert.Equal("poll", polled);
        Assert.Equal(await server.PushedTo("hainan", numbers), numbers, StringComparer.Ordinal);
        Assert.Contains((304, "/api/v1/units/hainan"), server.Door.Answers);
        Assert.Equal("live", (await screen.Claim()).State);
        screen.ClaimedNothingFalse();
    }
}
