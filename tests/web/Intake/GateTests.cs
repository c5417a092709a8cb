using System.IO.Compression;
using System.Text;
using OpsBoard.Journal;
using OpsBoard.Testing;
using OpsBoard.Web.Access;
using OpsBoard.Web.Intake;
using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Tests.Intake;

/// <summary>What the intake answers when it is asked for too much, gate by gate.</summary>
public sealed class GateTests : IAsyncLifetime
{
    private const string Batch = "application/cloudevents-batch+json";

    private IntakeServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await IntakeServer.Start(settings: [("Intake:BodiesAtOnce", "2"), ("Intake:BackfillPerSecond", "100"), ("Intake:BackfillBurst", "1000")]);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task More_bodies_than_are_read_at_once_are_a_503()
    {
        using var first = await BeginBody();
        using var second = await BeginBody();

        var third = await _server.SendBatch(SomeItem.Json());

        AssertRefused(third, 503, Refusals.TooManyBodies);
    }

    [Fact]
    public async Task A_body_that_has_come_leaves_its_place_while_its_answer_waits_for_the_disk()
    {
        using var first = await BeginBody();
        var held = await HoldOne("north");

        _server.Journal.Holding = null;
        var other = await _server.SendBatchAs("south", SomeItem.Json());

        Assert.Equal(200, other.Status);
        Assert.Equal(200, (await held()).Status);
    }

    [Fact]
    public async Task The_fifth_request_that_a_caller_has_in_flight_is_a_429_and_no_other_caller_notices()
    {
        var held = new[] { await HoldOne("north"), await HoldOne("north"), await HoldOne("north"), await HoldOne("north") };

        var fifth = await _server.SendBatchAs("north", SomeItem.Json());
        var others = await HoldOne("south");

        AssertRefused(fifth, 429, Refusals.TooManyInFlight);
        var answers = await Task.WhenAll(held.Append(others).Select(static answer => answer()));
        Assert.All(answers, static answer => Assert.Equal(200, answer.Status));
        Assert.Equal(200, (await _server.SendBatchAs("north", SomeItem.Json())).Status);
    }

    [Fact]
    public async Task A_caller_sends_no_more_items_than_its_own_rate_and_comes_back_when_it_is_told()
    {
        _server.Rates["north"] = new CallerRate(EventsPerSecond: 100, Burst: 1000);
        await _server.SendBatchAs("north", Items(1000));

        var (refused, other) = (await _server.SendBatchAs("north", Items(500)), await _server.SendBatchAs("south", Items(500)));
        _server.Clock.Advance(TimeSpan.FromSeconds(5));
        var later = await _server.SendBatchAs("north", Items(500));

        AssertRefused(refused, 429, Refusals.RateExceeded, soonest: 5);
        Assert.Equal((200, 200), (other.Status, later.Status));
    }

    [Fact]
    public async Task A_rate_that_the_registry_changed_holds_from_the_next_request_on()
    {
        _server.Rates["north"] = new CallerRate(1, 1000);
        await _server.SendBatchAs("north", Items(1000));

        _server.Rates["north"] = new CallerRate(1000, 2000);

        Assert.Equal(200, (await _server.SendBatchAs("north", Items(1000))).Status);
    }

    [Fact]
    public async Task Backfill_has_a_rate_of_its_own_and_a_lane_of_its_own()
    {
        var lanes = new List<Lane>();
        _server.Journal.Came = lanes.Add;
        await Backfill(1000);

        var (past, present) = (await Backfill(1), await _server.SendBatch(SomeItem.Json()));

        AssertRefused(past, 429, Refusals.RateExceeded);
        Assert.Equal((200, "Backfill Live"), (present.Status, string.Join(' ', lanes)));
    }

    [Theory]
    [InlineData("lane=backfil")]
    [InlineData("lane=Backfill")]
    [InlineData("lane=")]
    [InlineData("lane=live&lane=backfill")]
    public async Task A_lane_that_does_not_exist_is_named_before_anything_goes_live(string query)
    {
        var reply = await _server.SendTo($"{IntakeEndpoints.Path}?{query}", Batch, Encoding.UTF8.GetBytes(SomeItem.Batch(SomeItem.Json())));

        Assert.Equal((400, Refusals.UnknownLane), (reply.Status, reply.Reason));
        Assert.Empty(_server.Journal.Stored);
    }

    [Fact]
    public async Task A_full_queue_is_a_503_and_nothing_was_stored()
    {
        _server.Journal.IsBusy = true;

        AssertRefused(await _server.SendBatch(SomeItem.Json()), 503, Refusals.QueueFull);
        Assert.Empty(_server.Journal.Stored);
    }

    [Fact]
    public async Task A_journal_that_stopped_is_another_reason_than_a_full_queue()
    {
        _server.Journal.IsUnavailable = true;

        AssertRefused(await _server.SendBatch(SomeItem.Json()), 503, Refusals.JournalUnavailable);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_compressed_body_says_what_it_says_unpacked(string encoding)
    {
        var body = Encoding.UTF8.GetBytes(SomeItem.Batch(SomeItem.Json()));
        await _server.SendBatch(body);

        var reply = await _server.Send(Batch, Packed(encoding, body), ("Content-Encoding", encoding));

        Assert.Equal((0, 1, 0, 0), reply.Counts);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Eight_mebibytes_unpacked_fit_and_one_byte_more_does_not(string encoding)
    {
        var item = SomeItem.Batch(SomeItem.Json());

        var fits = await _server.Send(Batch, Packed(encoding, Encoding.UTF8.GetBytes(item.PadRight(IntakeLimits.MostUnpackedBytes))), ("Content-Encoding", encoding));
        var tooLong = await _server.Send(Batch, Packed(encoding, Encoding.UTF8.GetBytes(item.PadRight(IntakeLimits.MostUnpackedBytes + 1))), ("Content-Encoding", encoding));

        Assert.Equal((200, 413, Refusals.BodyTooLong), (fits.Status, tooLong.Status, tooLong.Reason));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_body_that_is_not_what_its_encoding_says_is_the_senders_fault(string encoding)
    {
        var reply = await _server.Send(Batch, SomeItem.Bytes(), ("Content-Encoding", encoding));

        Assert.Equal((400, Refusals.BodyBroken), (reply.Status, reply.Reason));
    }

    [Theory]
    [InlineData("deflate")]
    [InlineData("gzip, br")]
    [InlineData("zstd")]
    public async Task Any_other_encoding_is_refused_and_the_right_ones_are_named(string encoding)
    {
        var reply = await _server.Send(Batch, SomeItem.Bytes(), ("Content-Encoding", encoding));

        Assert.Equal((415, Refusals.UnsupportedEncoding), (reply.Status, reply.Reason));
        Assert.Contains("gzip or br", reply.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_item_is_counted_by_its_verdict()
    {
        await _server.SendBatch(SomeItem.Json(), SomeItem.Json(), SomeItem.Json(("data", """{"case":"c-2"}""")), "{}");

        Assert.Equal(
            (1, 1, 1, 1),
            (Counted("items accepted"), Counted("items duplicate"), Counted("items conflict"), Counted("items rejected")));
    }

    [Fact]
    public async Task What_is_too_long_is_counted_by_its_reason()
    {
        await _server.SendBatch(new byte[IntakeLimits.MostBytes + 1]);
        await _server.SendBatch(Items(1001));

        Assert.Equal((1, 1), (Counted($"refused {Refusals.BodyTooLong}"), Counted($"refused {Refusals.TooManyItems}")));
    }

    private void AssertRefused(IntakeReply reply, int status, string reason, int soonest = 1)
    {
        Assert.Equal((status, "application/problem+json", reason, 1), (reply.Status, reply.ContentType, reply.Reason, Counted($"refused {reason}")));
        Assert.InRange(reply.RetryAfter!.Value, TimeSpan.FromSeconds(soonest), TimeSpan.FromSeconds(soonest + 3));
    }

    private long Counted(string name) => _server.Metrics[$"opsboard.intake.{name}"];

    private static string[] Items(int count) => [.. Enumerable.Range(0, count).Select(static i => SomeItem.Json(("id", $"\"{i}\"")))];

    private Task<IntakeReply> Backfill(int items) => _server.SendTo(IntakeEndpoints.BackfillPath, Batch, Encoding.UTF8.GetBytes(SomeItem.Batch(Items(items))));

    private static byte[] Packed(string encoding, byte[] body)
    {
        using var packed = new MemoryStream();
        using (Stream packing = encoding == "br" ? new BrotliStream(packed, CompressionLevel.Fastest) : new GZipStream(packed, CompressionLevel.Fastest)) packing.Write(body);
        return packed.ToArray();
    }

    /// <summary>Begins a request whose body never comes; the server says when it starts to read it.</summary>
    private async Task<RawLine> BeginBody()
    {
        var line = await RawLine.To(_server.Client.BaseAddress!);
        await line.Say($"POST {IntakeEndpoints.Path} HTTP/1.1\r\nHost: board\r\nContent-Type: {Batch}\r\nContent-Length: 100\r\nExpect: 100-continue\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 100 ", await line.HearUntil("\r\n\r\n"), StringComparison.Ordinal);
        return line;
    }

    /// <summary>Sends a batch that has reached the journal, which does not answer before it is asked for.</summary>
    private async Task<Func<Task<IntakeReply>>> HoldOne(string caller)
    {
        var (came, holding) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        _server.Journal.Holding = holding;
        _server.Journal.Came = _ => came.TrySetResult();
        var bodies = _server.Gates.Bodies;
        var sending = _server.SendBatchAs(caller, SomeItem.Json());
        await came.Task.WaitAsync(TestContext.Current.CancellationToken);
        // The journal has it a moment before its body leaves its place.
        while (_server.Gates.Bodies > bodies) await Task.Yield();
        return () =>
        {
            _server.Journal.Holding = null;
            holding.TrySetResult();
            return sending;
        };
    }
}
