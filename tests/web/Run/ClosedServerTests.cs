using System.Net;
using System.Text;
using System.Text.Json;

namespace OpsBoard.Web.Tests.Run;

/// <summary>Without <c>--open</c> nobody may send or see.</summary>
public sealed class ClosedServerTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/wall/hainan")]
    [InlineData("/units/hainan")]
    [InlineData("/version")]
    [InlineData("/api/v1/units")]
    [InlineData("/api/v1/units/hainan")]
    [InlineData("/api/v1/live?scope=hainan")]
    [InlineData("/hubs/board")]
    [InlineData("/nowhere")]
    public async Task Nobody_sees_anything(string address)
    {
        await using var server = await LiveServer.Start(LiveServer.Hainan, open: false);

        using var answer = await server.Client.GetAsync(address);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.DoesNotContain("海口", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_sends_anything_and_is_told_the_way_in()
    {
        await using var server = await LiveServer.Start(LiveServer.Hainan, open: false);
        using var body = new StringContent(JsonSerializer.Serialize(new[] { SentEvent.Accepted("c1") }), Encoding.UTF8, "application/cloudevents-batch+json");

        using var answer = await server.Client.PostAsync("/api/v1/events", body);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("--open", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(await server.Journal.ReadVersions(null));
    }
}
