using System.Net;
using OpsBoard.Events;
using OpsBoard.Testing;
using OpsBoard.Web.Import;

namespace OpsBoard.Web.Tests.Import;

public sealed class HttpSinkTests
{
    private const string Taken = """{"accepted":1,"duplicate":0,"conflict":0,"rejected":0,"results":[]}""";

    [Fact]
    public async Task A_server_that_is_too_busy_is_asked_again()
    {
        using var server = new FakeServer((HttpStatusCode.ServiceUnavailable, ""), (HttpStatusCode.TooManyRequests, ""), (HttpStatusCode.OK, Taken));

        Assert.Equal((Verdict.Accepted, 3), (await SendTo(server), server.Requests));
    }

    [Fact]
    public async Task A_server_that_stays_too_busy_ends_the_import_after_eight_tries()
    {
        using var server = new FakeServer((HttpStatusCode.ServiceUnavailable, ""));

        var fault = await Assert.ThrowsAsync<ImportException>(() => SendTo(server));

        Assert.Equal((1, 8), (fault.ExitCode, server.Requests));
    }

    [Fact]
    public async Task A_server_that_refuses_the_sender_is_not_asked_again()
    {
        using var server = new FakeServer((HttpStatusCode.Unauthorized, ""));

        var fault = await Assert.ThrowsAsync<ImportException>(() => SendTo(server));

        Assert.Equal(("http://board.test/ takes nothing without a key: give --data with the data directory that it holds, which has one, and run as an account that may read it.", 1), (fault.Message, server.Requests));
    }

    [Theory]
    [InlineData("<html>")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"results":[{"index":7,"status":"duplicate"}]}""")]
    public async Task A_server_that_is_no_intake_ends_the_import(string body)
    {
        using var server = new FakeServer((HttpStatusCode.OK, body));

        var fault = await Assert.ThrowsAsync<ImportException>(() => SendTo(server));

        Assert.Contains("is it the right server?", fault.Message, StringComparison.Ordinal);
    }

    private static async Task<Verdict> SendTo(FakeServer server)
    {
        var item = SomeItem.Bytes();
        await using var sink = new HttpSink<ServiceEvent>(new HttpClient(server, disposeHandler: false) { BaseAddress = new Uri("http://board.test/") }, new ManualClock(), "/door", "application/json");
        var answers = await sink.Send([new Imported<ServiceEvent>(2, item, EventReader.Read(item, new ManualClock().GetUtcNow()).Event!)], TestContext.Current.CancellationToken);
        return answers[0].Verdict;
    }
}
