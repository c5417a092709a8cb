using System.Text;
using OpsBoard.Events;
using OpsBoard.Testing;
using OpsBoard.Web.Intake;

namespace OpsBoard.Web.Tests.Intake;

public sealed class IntakeTests : IAsyncLifetime
{
    private IntakeServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await IntakeServer.Start();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_batch_is_stored_in_its_order()
    {
        var reply = await _server.SendBatch(SomeItem.Json(("id", "\"b\"")), SomeItem.Json(("id", "\"a\"")));

        Assert.Equal((200, "application/json", """{"accepted":2,"duplicate":0,"conflict":0,"rejected":0,"results":[]}"""), (reply.Status, reply.ContentType, reply.Body));
        Assert.Equal("b a", string.Join(' ', _server.Journal.Stored.Select(static happened => happened.Id)));
    }

    [Fact]
    public async Task Every_item_that_is_not_new_is_named_by_its_place()
    {
        await _server.SendBatch(SomeItem.Json(("id", "\"known\"")));

        var reply = await _server.SendBatch(
            SomeItem.Json(("id", "\"new\"")),
            SomeItem.Json(("id", "\"known\"")),
            "7",
            SomeItem.Json(("id", "\"known\""), ("data", """{"case":"c-2"}""")),
            SomeItem.Json(("id", "\"lost\""), ("subject", "\"hainan/jiyang/housing/w04\"")),
            SomeItem.Json(("id", "\"new\"")));

        Assert.Equal((1, 2, 1, 2), reply.Counts);
        Assert.Equal(
            "1 known duplicate -; 2 - rejected not_an_object; 3 known conflict -; 4 lost rejected unknown_unit; 5 new duplicate -",
            reply.Results);
    }

    [Theory]
    [InlineData("""{"id":"bad","x":"\ud800"}""", "1 bad rejected ill_formed_text")]
    [InlineData("""{"id":"bad","x":1,"x":2}""", "1 bad rejected duplicate_member")]
    [InlineData("""{"id":"bad","x":[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]}""", "1 bad rejected too_deep")]
    [InlineData("""{"\udead":0}""", "1 - rejected ill_formed_text")]
    [InlineData("null", "1 - rejected not_an_object")]
    public async Task A_bad_item_never_sinks_its_neighbours(string bad, string result)
    {
        var reply = await _server.SendBatch(SomeItem.Json(("id", "\"a\"")), bad, SomeItem.Json(("id", "\"z\"")));

        Assert.Equal((2, 0, 0, 1), reply.Counts);
        Assert.Equal(result, reply.Results);
    }

    [Fact]
    public async Task A_single_structured_event_gets_the_same_answer()
    {
        await _server.SendStructured(SomeItem.Bytes());

        var reply = await _server.SendStructured(SomeItem.Bytes());

        Assert.Equal("0 e-1 duplicate -", reply.Results);
    }

    [Fact]
    public async Task A_binary_event_comes_in_headers_and_its_data_in_the_body()
    {
        var reply = await _server.SendBinary("""{"case":"c-1","trips":0}"""u8.ToArray(), ("ce-id", "%E5%8F%97%20%221%22%25"), ("ce-source", "\"urn:\\\"x\\\"\""), ("ce-sequence", "9"));

        Assert.Equal((1, 0, 0, 0), reply.Counts);
        Assert.Equal(
            ("受 \"1\"%", "urn:\"x\"", new Facts { Case = "c-1", Trips = 0 }, new SequenceMark("", 0, 9)),
            (_server.Journal.Stored[0].Id, _server.Journal.Stored[0].Source, _server.Journal.Stored[0].Facts, _server.Journal.Stored[0].Mark!.Value));
    }

    [Fact]
    public async Task The_three_modes_say_the_same_of_one_event()
    {
        await _server.SendBatch(SomeItem.Json());

        var (structured, binary) = (await _server.SendStructured(SomeItem.Bytes()), await _server.SendBinary("""{"case":"c-1"}"""u8.ToArray()));

        Assert.Equal(((0, 1, 0, 0), (0, 1, 0, 0)), (structured.Counts, binary.Counts));
    }

    [Fact]
    public async Task A_binary_heartbeat_needs_neither_body_nor_content_type()
    {
        var reply = await _server.Send(
            null,
            [],
            ("ce-specversion", "1.0"),
            ("ce-id", "h-1"),
            ("ce-source", "s"),
            ("ce-type", "opsboard.window.heartbeat"),
            ("ce-subject", "hainan/jiyang/housing/w03"),
            ("ce-time", "2026-11-20T09:59:00+08:00"));

        Assert.Equal((1, 0, 0, 0), reply.Counts);
    }

    [Theory]
    [InlineData("ce-id", "%FF", "0 - rejected ill_formed_text")]
    [InlineData("ce-id", "%ED%A0%80", "0 - rejected ill_formed_text")]
    [InlineData("ce-id", "%zz", "0 - rejected invalid_id")]
    [InlineData("ce-id", "a%0Ab", "0 - rejected control_character")]
    [InlineData("ce-id", null, "0 - rejected missing_id")]
    [InlineData("ce-specversion", null, "0 e-1 rejected missing_specversion")]
    [InlineData("ce-time", "2026-11-20T09:59:00", "0 e-1 rejected time_without_offset")]
    public async Task A_faulty_header_is_the_fault_of_the_item(string name, string? value, string result)
    {
        var reply = await _server.SendBinary("""{"case":"c-1"}"""u8.ToArray(), (name, value));

        Assert.Equal(result, reply.Results);
    }

    [Theory]
    [InlineData("", "line 1, byte 1")]
    [InlineData("nothing", "line 1, byte 2")]
    [InlineData("[\n {},\n {]", "line 3, byte 3")]
    [InlineData("[{}] x", "line 1, byte 6")]
    [InlineData("[{},]", "line 1, byte 5")]
    [InlineData("{}", "array")]
    [InlineData("[]", "empty")]
    public async Task A_body_that_is_no_batch_is_refused_and_the_place_is_named(string body, string detail)
    {
        var reply = await _server.SendBatch(Encoding.UTF8.GetBytes(body));

        Assert.Equal((400, "application/problem+json"), (reply.Status, reply.ContentType));
        Assert.Contains(detail, reply.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_of_a_broken_batch_is_stored()
    {
        await _server.SendBatch(Encoding.UTF8.GetBytes($"[{SomeItem.Json()},"));

        Assert.Empty(_server.Journal.Stored);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("{}{}")]
    public async Task A_structured_body_is_one_object(string body)
    {
        Assert.Equal(400, (await _server.SendStructured(Encoding.UTF8.GetBytes(body))).Status);
    }

    [Fact]
    public async Task A_broken_binary_body_is_refused()
    {
        Assert.Equal(400, (await _server.SendBinary("{\"case\":"u8.ToArray())).Status);
    }

    [Fact]
    public async Task A_thousand_items_fit_and_one_more_does_not()
    {
        var items = Enumerable.Range(0, 1001).Select(static i => SomeItem.Json(("id", $"\"{i}\""))).ToArray();

        var (fits, tooMany) = (await _server.SendBatch(items[1..]), await _server.SendBatch(items));

        Assert.Equal((200, (1000, 0, 0, 0), 413), (fits.Status, fits.Counts, tooMany.Status));
    }

    [Fact]
    public async Task A_mebibyte_fits_and_one_byte_more_does_not()
    {
        var item = SomeItem.Batch(SomeItem.Json());

        var (fits, tooLong) = (
            await _server.SendBatch(Encoding.UTF8.GetBytes(item.PadRight(IntakeLimits.MostBytes))),
            await _server.SendBatch(Encoding.UTF8.GetBytes(item.PadRight(IntakeLimits.MostBytes + 1))));

        Assert.Equal((200, 413, "application/problem+json"), (fits.Status, tooLong.Status, tooLong.ContentType));
    }

    [Fact]
    public async Task A_body_without_a_length_is_measured_as_it_comes()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, IntakeEndpoints.Path) { Content = new ByteArrayContent(new byte[IntakeLimits.MostBytes + 1]) };
        request.Content.Headers.ContentType = new("application/cloudevents-batch+json");
        request.Headers.TransferEncodingChunked = true;

        using var response = await _server.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(413, (int)response.StatusCode);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("application/json")]
    [InlineData("text/plain")]
    [InlineData("application/cloudevents-batch+json; charset=gbk")]
    public async Task Any_other_content_type_is_refused_and_the_right_ones_are_named(string? contentType)
    {
        var reply = await _server.Send(contentType, SomeItem.Bytes());

        Assert.Equal((415, "application/problem+json"), (reply.Status, reply.ContentType));
        Assert.Contains("application/cloudevents-batch+json", reply.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/cloudevents-batch+json; charset=UTF-8")]
    [InlineData("APPLICATION/CLOUDEVENTS-BATCH+JSON; charset=\"utf-8\"")]
    public async Task The_charset_may_be_said(string contentType)
    {
        Assert.Equal(200, (await _server.Send(contentType, Encoding.UTF8.GetBytes(SomeItem.Batch(SomeItem.Json())))).Status);
    }

    [Fact]
    public async Task A_journal_that_takes_nothing_is_a_503_that_says_when_to_come_back()
    {
        _server.Journal.IsUnavailable = true;

        var reply = await _server.SendBatch(SomeItem.Json());

        Assert.Equal((503, "application/problem+json"), (reply.Status, reply.ContentType));
        Assert.InRange(reply.RetryAfter!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(4));
    }

    [Fact]
    public async Task Items_that_are_all_refused_need_no_journal()
    {
        _server.Journal.IsUnavailable = true;

        Assert.Equal((0, 0, 0, 1), (await _server.SendBatch("{}")).Counts);
    }

    [Fact]
    public async Task The_log_counts_refusals_and_never_holds_what_was_sent()
    {
        await _server.SendBatch(SomeItem.Json(("data", """{"case":"13812345678"}""")), "{}", "{}");

        Assert.Contains(_server.Log.Lines, static line => line == "3 of 3 items were refused: personal_data 1, missing_specversion 2.");
        Assert.DoesNotContain(_server.Log.Lines, static line => line.Contains("13812345678", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_unknown_window_is_taken_where_units_register_themselves()
    {
        await using var open = await IntakeServer.Start(autoRegister: true);

        Assert.Equal((1, 0, 0, 0), (await open.SendBatch(SomeItem.Json(("subject", "\"hainan/jiyang/housing/w99\"")))).Counts);
    }
}
