using System.Text;
using OpsBoard.Web.Tests.Intake;

namespace OpsBoard.Web.Tests.Adapters;

public sealed class QueueEndpointTests
{
    private const string Path = "/api/v1/adapters/queue";
    private const string Text = "text/plain";

    /// <summary>A minute before the server's clock.</summary>
    private const string At = "1795139940000";

    [Fact]
    public async Task Each_line_is_judged_for_itself_and_named_by_its_place()
    {
        await using var server = await IntakeServer.Start();

        var reply = await Send(server, $"8201|M01||3||A001|{At}\r\n\r\n8201|M01||3||A001|{At}\r\n8299|M01||3||A001|{At}\r\n8003|M01||4||A001|{At}\r\n");

        Assert.Equal((200, (1, 1, 0, 2)), (reply.Status, reply.Counts));
        Assert.Equal($"2 8201|M01|3|A001|{At} duplicate -; 3 - rejected unknown_code; 4 8003|M01|4|A001|{At} rejected unknown_window", reply.Results);
    }

    [Fact]
    public async Task A_line_that_was_sent_is_a_duplicate_and_one_that_says_otherwise_a_conflict()
    {
        await using var server = await IntakeServer.Start();
        await Send(server, $"8005|M01||3||A001|{At}|5");

        var reply = await Send(server, $"M01||3|E9|A001|{At}|8005|5\n8005|M01||3||A001|{At}|1");

        Assert.Equal((0, 1, 1, 0), reply.Counts);
    }

    [Fact]
    public async Task Names_and_identity_numbers_are_counted_and_stored_or_logged_nowhere()
    {
        await using var server = await IntakeServer.Start();

        await Send(server, $"8201|M01||3|E12|A001|{At}|王小明|460200199001011234\n8201|M01||3||460200199001011234|{At}\n8299|王小明");

        Assert.Equal(3, server.Metrics["opsboard.intake.dropped"]);
        Assert.Equal($"8201|M01|3|A001|{At}", Assert.Single(server.Journal.Stored).Id);
        Assert.DoesNotContain("王小明", $"{server.Journal.Stored[0]}{string.Concat(server.Log.Lines)}", StringComparison.Ordinal);
        Assert.DoesNotContain("460200199001011234", $"{server.Journal.Stored[0]}{string.Concat(server.Log.Lines)}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/plain; charset=gb18030")]
    [InlineData("Text/Plain; charset=\"GBK\"")]
    public async Task Lines_in_the_encoding_of_Chinese_machines_are_read(string contentType)
    {
        await using var server = await IntakeServer.Start();
        // 張三 in GBK: the second byte of the first letter is that of the bar.
        byte[] line = [.. Encoding.ASCII.GetBytes($"8201|M01||3|"), 0x8F, 0x88, 0xC8, 0xFD, .. Encoding.ASCII.GetBytes($"|A001|{At}|"), 0xDC, 0x7C];

        var (asSaid, asUtf8) = (await server.SendTo(Path, contentType, line), await server.SendTo(Path, Text, line));

        Assert.Equal((1, 0, 0, 0), asSaid.Counts);
        Assert.Equal("0 - rejected ill_formed_text", asUtf8.Results);
    }

    [Theory]
    [InlineData("application/json", "8109", 415, "unsupported_type")]
    [InlineData("text/plain; charset=utf-16", "8109", 415, "unsupported_type")]
    [InlineData(Text, " \r\n\n", 400, "body_malformed")]
    public async Task A_body_that_holds_no_lines_is_refused_as_a_whole(string contentType, string body, int status, string reason)
    {
        await using var server = await IntakeServer.Start();

        var reply = await server.SendTo(Path, contentType, Encoding.ASCII.GetBytes(body));

        Assert.Equal((status, reason), (reply.Status, reply.Reason));
    }

    [Fact]
    public async Task More_than_a_thousand_lines_are_refused_as_a_whole()
    {
        await using var server = await IntakeServer.Start();

        var reply = await Send(server, string.Concat(Enumerable.Repeat($"8109|M01||3|||{At}\n", 1001)));

        Assert.Equal((413, "too_many_items"), (reply.Status, reply.Reason));
    }

    private static Task<IntakeReply> Send(IntakeServer server, string lines) => server.SendTo(Path, Text, Encoding.UTF8.GetBytes(lines));
}
