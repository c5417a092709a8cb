using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using OpsBoard.Web.Intake;
using OpsBoard.Web.Run;
using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Tests.Overload;

/// <summary>Lines that no client would speak, against the whole product.</summary>
public sealed partial class HostileLineTests : IAsyncLifetime
{
    private const string Post = "POST /api/v1/events HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/cloudevents-batch+json\r\n";
    private const string Smuggled = "GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n";

    private LiveServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await LiveServer.Start(adjust: static services => services.Configure<ConnectionOptions>(static options =>
        (options.HeadersWithin, options.RateAfter) = (TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1.1))));

    public async ValueTask DisposeAsync()
    {
        Assert.Equal(System.Net.HttpStatusCode.OK, (await _server.Client.GetAsync("/health/ready")).StatusCode);
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Headers_that_never_end_are_a_408_and_the_line_is_closed() =>
        Assert.StartsWith("HTTP/1.1 408 ", await Exchange("GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: a"), StringComparison.Ordinal);

    [Fact]
    public async Task A_body_that_never_comes_is_a_408_with_its_reason()
    {
        var answer = await Exchange(Post + "Content-Length: 100\r\n\r\n[");

        Assert.StartsWith("HTTP/1.1 408 ", answer, StringComparison.Ordinal);
        Assert.Contains(Refusals.BodyTooSlow, answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Three_mebibytes_that_are_announced_are_refused_unread()
    {
        var answer = await Exchange(Post + "Connection: close\r\nContent-Length: 3145728\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 413 ", answer, StringComparison.Ordinal);
        Assert.Contains(Refusals.BodyTooLong, answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_headers_than_sixty_four_are_a_431() =>
        Assert.StartsWith("HTTP/1.1 431 ", await Exchange($"GET / HTTP/1.1\r\nHost: localhost\r\n{string.Concat(Enumerable.Range(0, 64).Select(static i => $"X-{i}: 1\r\n"))}\r\n"), StringComparison.Ordinal);

    [Fact]
    public async Task Headers_longer_than_32_kibibytes_are_a_431() =>
        Assert.StartsWith("HTTP/1.1 431 ", await Exchange($"GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: {new string('a', 33_000)}\r\n\r\n"), StringComparison.Ordinal);

    [Fact]
    public async Task An_address_longer_than_8_kibibytes_is_a_414() =>
        Assert.StartsWith("HTTP/1.1 414 ", await Exchange($"GET /{new string('a', 9_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n"), StringComparison.Ordinal);

    [Theory]
    [InlineData("/text-size", "multipart/form-data; boundary=a", "x")]
    [InlineData("/text-size", "multipart/form-data", "x")]
    [InlineData("/fleet/ask", "multipart/form-data; boundary=a", "--a\r\nContent-Disposition: form-data; name=\"b\"\r\n\r\n")]
    [InlineData("/api/v1/revisions/1", "application/json", "{\"decision\":\"approve\",\"by\":\"\\ud800\"}")]
    [InlineData("/api/v1/revisions/1", "application/json", "{\"decision\":\"\u00ff\",\"by\":\"b\"}")]
    [InlineData("/api/v1/revisions/1", "application/json", "{\"decision\":")]
    public async Task A_form_or_decision_that_cannot_be_read_is_the_senders_fault(string address, string type, string body)
    {
        var answer = await Exchange($"POST {address} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: {type}\r\nContent-Length: {body.Length}\r\n\r\n{body}");

        Assert.StartsWith("HTTP/1.1 400 ", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("two lengths", "Content-Length: 2\r\nContent-Length: 100\r\n\r\n[]")]
    [InlineData("a length that is negative", "Content-Length: -2\r\n\r\n[]")]
    [InlineData("an encoding that is none", "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n")]
    [InlineData("chunked, but not at last", "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n")]
    [InlineData("a space before the colon", "Content-Length : 2\r\n\r\n[]")]
    [InlineData("a folded header", "X-Fold: a\r\n Content-Length: 2\r\n\r\n[]")]
    [InlineData("a line that ends in the middle", "X-Bare: a\rContent-Length: 2\r\n\r\n[]")]
    [InlineData("a chunk whose extension ends in a bare line feed", "Transfer-Encoding: chunked\r\n\r\n2;a\n[]\r\n0\r\n\r\n")]
    [InlineData("a chunk whose size is longer than any", "Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF\r\n[]\r\n0\r\n\r\n")]
    [InlineData("two hosts", "Host: other\r\nContent-Length: 0\r\n\r\n")]
    public async Task A_request_that_two_servers_could_read_in_two_ways_is_a_400_and_nothing_after_it_is_read(string what, string request)
    {
        var answer = await Exchange(Post + request + Smuggled);

        Assert.Equal((what, "400"), (what, string.Join(' ', Statuses().Matches(answer).Select(static match => match.Groups["status"].Value))));
    }

    [Fact]
    public async Task Where_length_and_chunks_disagree_the_chunks_hold_and_the_connection_ends()
    {
        var answer = await Exchange(Post + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n[]\r\n0\r\n\r\n" + Smuggled);

        Assert.Equal("400", string.Join(' ', Statuses().Matches(answer).Select(static match => match.Groups["status"].Value)));
    }

    [GeneratedRegex(@"HTTP/1\.1 (?<status>\d{3}) ", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Statuses();

    private async Task<string> Exchange(string request)
    {
        using var line = await RawLine.To(_server.Client.BaseAddress!);
        await line.Say(request);
        return await line.HearAll();
    }
}
