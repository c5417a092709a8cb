using System.Net;
using System.Text;
using System.Text.Json;
using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Access;

/// <summary>What a page of another site makes a browser send is refused.</summary>
public sealed class OriginTests
{
    [Theory]
    [InlineData("https://elsewhere.example", null, HttpStatusCode.Forbidden)]
    [InlineData("null", null, HttpStatusCode.Forbidden)]
    [InlineData(null, "cross-site", HttpStatusCode.Forbidden)]
    [InlineData(null, "same-site", HttpStatusCode.Forbidden)]
    [InlineData(null, "same-origin", HttpStatusCode.OK)]
    [InlineData(null, null, HttpStatusCode.OK)]
    public async Task Events_are_not_taken_from_the_page_of_another_site(string? origin, string? site, HttpStatusCode status)
    {
        await using var server = await LiveServer.Start();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/events") { Content = new StringContent(JsonSerializer.Serialize(new[] { SentEvent.Accepted("c1") }), Encoding.UTF8, "application/cloudevents-batch+json") };
        if (origin is not null) request.Headers.Add("Origin", origin);
        if (site is not null) request.Headers.Add("Sec-Fetch-Site", site);

        using var answer = await server.Client.SendAsync(request);

        Assert.Equal(status, answer.StatusCode);
    }

    [Theory]
    [InlineData("http://elsewhere.example", "403")]
    [InlineData("http://board", "101")]
    public async Task A_socket_is_opened_for_a_page_of_this_site_only(string origin, string status)
    {
        await using var server = await LiveServer.Start(adjust: AsPrincipal.Instead);
        using var line = await RawLine.To(server.Client.BaseAddress!);
        await line.Say($"GET /hubs/board HTTP/1.1\r\nHost: board\r\nOrigin: {origin}\r\n{AsPrincipal.Header}: Leader hainan\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n");

        Assert.StartsWith($"HTTP/1.1 {status} ", await line.HearUntil("\r\n\r\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_open_server_knows_nobody_who_came_by_the_name_of_another_site()
    {
        await using var server = await LiveServer.Start(LiveServer.Hainan);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/units");
        request.Headers.Host = "elsewhere.example";

        using var answer = await server.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }
}
