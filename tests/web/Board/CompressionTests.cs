using System.Net.WebSockets;
using System.Text;
using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Board;

/// <summary>What travels compressed, over real connections.</summary>
public sealed class CompressionTests
{
    [Theory]
    [InlineData("/api/v1/units/hainan")]
    [InlineData("/units/hainan")]
    public async Task Bodies_of_the_api_and_pages_are_compressed(string address)
    {
        await using var server = await LiveServer.Start(LiveServer.Hainan);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Accept-Encoding", "gzip, br");

        using var answer = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal("br", string.Join(',', answer.Content.Headers.ContentEncoding));
    }

    [Fact]
    public async Task Events_reach_a_reader_at_once_though_they_are_compressed()
    {
        await using var server = await LiveServer.Start(LiveServer.Hainan);
        using var client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = System.Net.DecompressionMethods.Brotli }) { BaseAddress = server.Client.BaseAddress };
        await using var stream = await EventStream.Open(client, "hainan");

        Assert.Equal("snapshot", (await stream.Next()).Name);
        Assert.Equal("tick", (await stream.Next()).Name);
    }

    [Fact]
    public async Task A_screen_that_can_has_its_socket_compressed()
    {
        await using var server = await LiveServer.Start(LiveServer.Hainan);
        using var socket = new ClientWebSocket();
        socket.Options.DangerousDeflateOptions = new WebSocketDeflateOptions();
        socket.Options.CollectHttpResponseDetails = true;
        var cancellation = TestContext.Current.CancellationToken;

        await socket.ConnectAsync(new Uri($"{server.Address.Replace("http://", "ws://", StringComparison.Ordinal)}/hubs/board"), cancellation);
        await socket.SendAsync("{\"protocol\":\"json\",\"version\":1}\u001e"u8.ToArray(), WebSocketMessageType.Text, endOfMessage: true, cancellation);
        var answer = new byte[64];
        var received = await socket.ReceiveAsync(answer, cancellation);

        Assert.Equal(["permessage-deflate", "server_no_context_takeover"], socket.HttpResponseHeaders!["Sec-WebSocket-Extensions"].SelectMany(static value => value.Split("; ")).Where(static word => !word.Contains('=', StringComparison.Ordinal)));
        Assert.Equal("{}\u001e", Encoding.UTF8.GetString(answer, 0, received.Count));
    }
}
