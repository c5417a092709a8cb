using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using OpsBoard.LoadTest;
using OpsBoard.Testing;
using OpsBoard.Units;
using OpsBoard.Web.Access.Audit;
using OpsBoard.Web.Intake;
using OpsBoard.Web.Tests.Intake;
using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Access.Sources;

/// <summary>Who may send to a closed server, and what.</summary>
public sealed class SourceDoorTests(ClosedProvince province) : IClassFixture<ClosedProvince>
{
    [Fact]
    public async Task What_a_source_signed_is_stored()
    {
        var secret = province.Add("signs");

        var reply = await province.Send("signs", secret, ClosedProvince.Item("signs"), ClosedProvince.Item("signs/pad-7", "e-2"));

        Assert.Equal((200, (2, 0, 0, 0)), (reply.Status, reply.Counts));
    }

    [Fact]
    public async Task The_same_request_sent_again_is_a_duplicate()
    {
        var (secret, body) = (province.Add("replays"), Encoding.UTF8.GetBytes(SomeItem.Batch(ClosedProvince.Item("replays"))));
        await province.Send(province.Signed("replays", secret, body));

        Assert.Equal((0, 1, 0, 0), (await province.Send(province.Signed("replays", secret, body))).Counts);
    }

    [Fact]
    public async Task A_compressed_body_is_signed_as_it_is_sent()
    {
        var (secret, plain) = (province.Add("packs"), Encoding.UTF8.GetBytes(SomeItem.Batch(ClosedProvince.Item("packs"))));
        var packed = Gzip(plain);
        var (right, wrong) = (province.Signed("packs", secret, packed), province.Signed("packs", secret, plain));
        wrong.Content = new ByteArrayContent(packed) { Headers = { ContentType = MediaTypeHeaderValue.Parse(ClosedProvince.Batch) } };
        right.Content!.Headers.ContentEncoding.Add("gzip");
        wrong.Content.Headers.ContentEncoding.Add("gzip");

        Assert.Equal((401, 200), ((await province.Send(wrong)).Status, (await province.Send(right)).Status));
    }

    [Fact]
    public async Task Whatever_is_wrong_with_a_signature_the_answer_is_the_same()
    {
        var (secret, other) = (province.Add("honest"), province.Add("other"));
        var revoked = province.Add("gone");
        province.Book.Revoke("local", "gone", key: null);
        province.Look();
        var body = Encoding.UTF8.GetBytes(SomeItem.Batch(ClosedProvince.Item("honest")));
        var forged = province.Signed("honest", secret, body);
        forged.Content = ClosedProvince.Unsigned(Encoding.UTF8.GetBytes(SomeItem.Batch(ClosedProvince.Item("honest", "e-9")))).Content;

        var answers = new[]
        {
            await Answer(province.Signed("nobody", secret, body)),
            await Answer(province.Signed("honest", other, body)),
            await Answer(province.Signed("gone", revoked, body)),
            await Answer(forged),
            await Answer(With(province.Signed("honest", secret, body), "webhook-signature", "v1,bm9uc2Vuc2U=")),
            await Answer(With(province.Signed("honest", secret, body), "webhook-timestamp", "soon")),
            await Answer(With(province.Signed("honest", secret, body), "webhook-id", new string('i', 129))),
            await Answer(With(province.Signed("HONEST", secret, body), "webhook-id", "r-1")),
            await Answer(With(ClosedProvince.Unsigned(body), "Authorization", $"Bearer {secret}")),
            await Answer(With(ClosedProvince.Unsigned(body), "Authorization", "Bearer obk_unknown")),
        };

        Assert.StartsWith("401 application/problem+json", answers[0], StringComparison.Ordinal);
        Assert.Contains("\"reason\":\"unauthorized\"", answers[0], StringComparison.Ordinal);
        Assert.All(answers, answer => Assert.Equal(answers[0], answer));
    }

    [Theory]
    [InlineData(-301)]
    [InlineData(301)]
    [InlineData(-86_400)]
    public async Task A_right_signature_of_another_time_is_told_the_servers_time(int seconds)
    {
        var (secret, body) = (province.Add($"skewed{seconds}"), Encoding.UTF8.GetBytes(SomeItem.Batch(ClosedProvince.Item($"skewed{seconds}"))));

        var reply = await province.Send(province.Signed($"skewed{seconds}", secret, body, at: province.Server.Clock.Now.AddSeconds(seconds)));

        Assert.Equal((401, Refusals.ClockSkewed), (reply.Status, reply.Reason));
        Assert.Equal("2026-11-20T10:00:00.000+08:00", (string?)JsonNode.Parse(reply.Body)!["serverTime"]);
    }

    [Fact]
    public async Task A_wrong_signature_of_another_time_is_told_no_more_than_any_other()
    {
        var (other, body) = (province.Add("skewer"), Encoding.UTF8.GetBytes(SomeItem.Batch(ClosedProvince.Item("late"))));
        province.Add("late");

        Assert.Equal(
            await Answer(province.Signed("nobody", other, body)),
            await Answer(province.Signed("late", other, body, at: province.Server.Clock.Now.AddDays(-1))));
    }

    [Fact]
    public async Task A_key_is_changed_without_an_outage_and_the_former_one_ends_while_the_server_runs()
    {
        var first = province.Add("rotates");
        var second = province.Book.Rotate("local", "rotates", null, default).Secret;
        province.Look();
        var both = (await Status(first), await Status(second));
        province.Book.Revoke("local", "rotates", key: province.Book.List().Single(static listed => listed.Source.Name == "rotates").Keys[0].Id);
        province.Look();

        Assert.Equal((200, 200), both);
        Assert.Equal((401, 200), (await Status(first), await Status(second)));

        async Task<int> Status(string secret) => (await province.Send("rotates", secret, ClosedProvince.Item("rotates"))).Status;
    }

    [Fact]
    public async Task A_pilot_sends_with_its_key_until_it_expires()
    {
        var (key, body) = (province.Add("pilot", KeyKind.Bearer), Encoding.UTF8.GetBytes(SomeItem.Batch(ClosedProvince.Item("pilot"))));
        var before = await province.Send(With(ClosedProvince.Unsigned(body), "Authorization", $"Bearer {key}"));

        province.Server.Clock.Now = ManualClock.Opening.AddDays(91);
        var after = await province.Send(With(ClosedProvince.Unsigned(body), "Authorization", $"Bearer {key}"));
        province.Server.Clock.Now = ManualClock.Opening;

        Assert.Equal((200, 401), (before.Status, after.Status));
    }

    [Fact]
    public async Task Attributes_in_headers_are_taken_of_a_pilot_and_not_of_a_signature_that_does_not_cover_them()
    {
        var (secret, key, data) = (province.Add("covers"), province.Add("shows", KeyKind.Bearer), """{"case":"c-1"}"""u8.ToArray());

        var signed = await province.Send(Binary(province.Signed("covers", secret, data, type: "application/json"), "covers"));
        var shown = await province.Send(Binary(With(ClosedProvince.Unsigned(data, type: "application/json"), "Authorization", $"Bearer {key}"), "shows"));

        Assert.Equal((415, Refusals.UnsupportedType, 200), (signed.Status, signed.Reason, shown.Status));
    }

    [Fact]
    public async Task An_event_of_anothers_window_is_refused_and_its_neighbours_are_taken()
    {
        var secret = province.Add("strays");
        var before = province.Metrics["opsboard.intake.rejected not_yours"];

        var reply = await province.Send("strays", secret, ClosedProvince.Item("strays", "a"), ClosedProvince.Item("strays", "b", ClosedProvince.ForeignWindow), ClosedProvince.Item("strays", "c"));

        Assert.Equal(((2, 0, 0, 1), "1 b rejected not_yours"), (reply.Counts, reply.Results));
        Assert.Equal(before + 1, province.Metrics["opsboard.intake.rejected not_yours"]);
        Assert.Equal([$"source:strays {AuditActions.SourceNotYours} 1 of 3 items, the first of {ClosedProvince.ForeignWindow}"], NotedOf("strays", AuditActions.SourceNotYours));
    }

    [Fact]
    public async Task Units_that_a_source_was_given_are_its_own_from_the_next_request_on()
    {
        var (secret, item) = (province.Add("grows"), ClosedProvince.Item("grows", window: ClosedProvince.ForeignWindow));
        var before = await province.Send("grows", secret, item);

        province.Book.Change("local", "grows", [UnitPath.Parse("hainan/sanya")], eventsPerSecond: null);
        province.Look();

        Assert.Equal(((0, 0, 0, 1), (1, 0, 0, 0)), (before.Counts, (await province.Send("grows", secret, item)).Counts));
    }

    [Fact]
    public async Task A_source_that_strays_in_every_request_leaves_one_entry()
    {
        var secret = province.Add("broken");
        await province.Send("broken", secret, ClosedProvince.Item("broken", "a", ClosedProvince.ForeignWindow));
        await province.Send("broken", secret, ClosedProvince.Item("broken", "a", ClosedProvince.ForeignWindow));

        Assert.Single(NotedOf("broken", AuditActions.SourceNotYours));
    }

    [Fact]
    public async Task A_source_cannot_take_the_identity_of_anothers_events()
    {
        var (victim, thief) = (province.Add("victim"), province.Add("victim-2"));

        var stolen = await province.Send("victim-2", thief, ClosedProvince.Item("victim"), ClosedProvince.Item("victim/pad-7", "e-2"), ClosedProvince.Item("urn:victim", "e-3"));
        var own = await province.Send("victim", victim, ClosedProvince.Item("victim"));

        Assert.Equal(("0 e-1 rejected not_yours; 1 e-2 rejected not_yours; 2 e-3 rejected not_yours", (1, 0, 0, 0)), (stolen.Results, own.Counts));
        Assert.Contains("source must be victim-2, or begin with victim-2/", stolen.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_milestone_of_anothers_unit_is_refused()
    {
        var secret = province.Add("declares");
        var body = Encoding.UTF8.GetBytes($"[{SomeMilestone.Json.Replace("hainan/jiyang", "hainan/haikou", StringComparison.Ordinal)},{SomeMilestone.Json}]");

        var reply = await province.Send(province.Signed("declares", secret, body, path: "/api/v1/milestones", type: "application/json"));

        Assert.Equal(((1, 0, 0, 1), "1 one-thing rejected not_yours"), (reply.Counts, reply.Results));
    }

    [Fact]
    public async Task A_source_has_a_rate_of_its_own()
    {
        var secret = province.Add("slow", rate: 1);
        await province.Send("slow", secret, [.. Enumerable.Range(0, 1000).Select(static i => ClosedProvince.Item("slow", $"{i}"))]);

        var reply = await province.Send("slow", secret, ClosedProvince.Item("slow", "one-more"));

        Assert.Equal((429, Refusals.RateExceeded), (reply.Status, reply.Reason));
    }

    [Theory]
    [InlineData("/api/v1/units/hainan")]
    [InlineData("/api/v1/sources")]
    [InlineData("/api/v1/live?scope=hainan")]
    [InlineData("/version")]
    public async Task A_source_sees_nothing(string address)
    {
        var name = $"looks{address.Length}";
        var (secret, key) = (province.Add(name), province.Add($"{name}-pilot", KeyKind.Bearer));
        var (signed, shown) = (province.Signed(name, secret, []), With(new HttpRequestMessage(), "Authorization", $"Bearer {key}"));
        foreach (var request in new[] { signed, shown }) (request.Method, request.Content, request.RequestUri) = (HttpMethod.Get, null, new Uri(address, UriKind.Relative));

        Assert.Equal((401, 401), ((await province.Send(signed)).Status, (await province.Send(shown)).Status));
    }

    [Fact]
    public async Task An_open_server_holds_whoever_names_a_source_to_it_all_the_same()
    {
        await using var open = await LiveServer.Start();
        var body = Encoding.UTF8.GetBytes(SomeItem.Batch(SomeItem.Json()));
        using var named = With(ClosedProvince.Unsigned(body), "OpsBoard-Source", "hall-3");

        using var refused = await open.Client.SendAsync(named, TestContext.Current.CancellationToken);
        using var taken = await open.Client.SendAsync(ClosedProvince.Unsigned(body), TestContext.Current.CancellationToken);

        Assert.Equal((401, 200), ((int)refused.StatusCode, (int)taken.StatusCode));
    }

    [Fact]
    public async Task The_feed_of_the_simulated_province_signs_as_the_server_expects()
    {
        using var folder = new TempDirectory();
        var file = Path.Combine(folder.Path, "secret");
        await File.WriteAllTextAsync(file, $"Its signing secret is shown this once:\n{province.Add("feeds")}\n");
        using var handler = new SigningHandler("feeds", SourceSecret.ReadFile(file, out _)!, province.Server.Clock, new SocketsHttpHandler());
        using var client = new HttpClient(handler) { BaseAddress = province.Server.Client.BaseAddress };

        using var answer = await client.SendAsync(ClosedProvince.Unsigned(Encoding.UTF8.GetBytes(SomeItem.Batch(ClosedProvince.Item("feeds/haikou")))), TestContext.Current.CancellationToken);

        Assert.Equal((1, 0, 0, 0), (await IntakeReply.Of(answer)).Counts);
    }

    [Fact]
    public async Task No_secret_is_in_the_log_the_answers_the_trail_or_any_file_of_the_data_directory()
    {
        var (secret, key, body) = (province.Add("careful"), province.Add("careful-pilot", KeyKind.Bearer), Encoding.UTF8.GetBytes(SomeItem.Batch(ClosedProvince.Item("careful", "a", ClosedProvince.ForeignWindow))));
        var said = string.Concat(
            await Answer(province.Signed("careful", secret, body)),
            await Answer(With(province.Signed("careful", secret, body), "webhook-id", "r-2")),
            await Answer(With(ClosedProvince.Unsigned(body), "Authorization", $"Bearer {key}")),
            await Answer(With(ClosedProvince.Unsigned(body), "Authorization", $"Bearer {key}x")));

        var kept = string.Concat(Directory.EnumerateFiles(province.Server.Data, "*", SearchOption.AllDirectories).Where(static file => !file.EndsWith(".lock", StringComparison.Ordinal)).Select(Bytes));
        var all = said + kept + string.Concat(province.Log.Lines) + string.Concat(province.Server.Service<AuditTrail>().Newest(1000));
        Assert.Contains("source:careful", kept, StringComparison.Ordinal);
        Assert.DoesNotContain(secret["whsec_".Length..], all, StringComparison.Ordinal);
        Assert.DoesNotContain(Encoding.Latin1.GetString(Convert.FromBase64String(secret["whsec_".Length..])), all, StringComparison.Ordinal);
        Assert.DoesNotContain(key["obk_".Length..], all, StringComparison.Ordinal);
    }

    private string[] NotedOf(string source, string action) =>
        [.. province.Server.Service<AuditTrail>().Newest(1000).Where(entry => entry.Actor == $"source:{source}" && entry.Action == action).Select(static entry => $"{entry.Actor} {entry.Action} {entry.Detail}")];

    // Without what is another at each request.
    private async Task<string> Answer(HttpRequestMessage request)
    {
        using var response = await province.Server.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.NotNull(response.Headers.Date);
        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.AsObject();
        body.Remove("traceId");
        return $"{(int)response.StatusCode} {response.Content.Headers.ContentType} {body.ToJsonString()}";
    }

    private static HttpRequestMessage With(HttpRequestMessage request, string header, string value)
    {
        request.Headers.Remove(header);
        request.Headers.TryAddWithoutValidation(header, value);
        return request;
    }

    private static HttpRequestMessage Binary(HttpRequestMessage request, string source)
    {
        foreach (var (name, value) in new[] { ("ce-specversion", "1.0"), ("ce-id", "b-1"), ("ce-source", source), ("ce-type", SomeItem.AcceptedCase), ("ce-subject", ClosedProvince.OwnWindow), ("ce-time", "2026-11-20T09:59:00+08:00") })
            request.Headers.Add(name, value);
        return request;
    }

    private static byte[] Gzip(byte[] plain)
    {
        using var packed = new MemoryStream();
        using (var packing = new GZipStream(packed, CompressionLevel.Fastest)) packing.Write(plain);
        return packed.ToArray();
    }

    private static string Bytes(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return Encoding.Latin1.GetString(bytes.ToArray());
    }
}
