using System.Net.Sockets;
using System.Text;

namespace OpsBoard.Web.Tests.Intake;

/// <summary>What no HTTP client would send.</summary>
public sealed class RawRequestTests : IAsyncLifetime
{
    private const string Start = "POST /api/v1/events HTTP/1.1\r\nHost: board\r\nConnection: close\r\nContent-Type: application/cloudevents-batch+json\r\n";

    private IntakeServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await IntakeServer.Start();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData("a chunk that is none", Start + "Transfer-Encoding: chunked\r\n\r\nzz\r\n[{}]\r\n0\r\n\r\n")]
    [InlineData("two lengths", Start + "Content-Length: 4\r\nContent-Length: 5\r\n\r\n[{}]")]
    [InlineData("a header that is not UTF-8", Start + "ce-id: \u00FF\r\nContent-Length: 2\r\n\r\n[]")]
    public async Task A_broken_request_is_the_senders_fault(string what, string request)
    {
        var answer = await Exchange(Encoding.Latin1.GetBytes(request));

        Assert.True(answer.StartsWith("HTTP/1.1 400 ", StringComparison.Ordinal), what);
    }

    [Fact]
    public async Task An_attribute_that_comes_twice_is_refused()
    {
        var answer = await Exchange(Encoding.Latin1.GetBytes(
            "POST /api/v1/events HTTP/1.1\r\nHost: board\r\nConnection: close\r\nce-id: a\r\nce-id: b\r\nContent-Length: 0\r\n\r\n"));

        Assert.Contains("\"reason\":\"duplicate_member\"", answer, StringComparison.Ordinal);
    }

    private async Task<string> Exchange(byte[] request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(_server.Client.BaseAddress!.Host, _server.Client.BaseAddress.Port, TestContext.Current.CancellationToken);
        await using var stream = client.GetStream();
        await stream.WriteAsync(request, TestContext.Current.CancellationToken);
        using var answer = new StreamReader(stream, Encoding.UTF8);
        return await answer.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
