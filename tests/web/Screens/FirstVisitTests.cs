using System.Net;
using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Screens;

/// <summary>The first to look at a scope waits until its board is read; what he is then told is no less true.</summary>
public sealed class FirstVisitTests
{
    [Theory]
    [InlineData("wall", HttpStatusCode.OK)]
    [InlineData("m", HttpStatusCode.OK)]
    [InlineData("units", HttpStatusCode.OK)]
    [InlineData("table", HttpStatusCode.OK)]
    [InlineData("reviews", HttpStatusCode.OK)]
    [InlineData("lagging", HttpStatusCode.Found)]
    [InlineData("rankings", HttpStatusCode.Found)]
    public async Task A_scope_that_nobody_looked_at_before_is_found(string screen, HttpStatusCode status)
    {
        await using var server = await LiveServer.Start(LiveServer.Hainan);
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = server.Client.BaseAddress };

        using var answer = await client.GetAsync($"/{screen}/hainan/haikou", TestContext.Current.CancellationToken);

        Assert.Equal(status, answer.StatusCode);
    }
}
