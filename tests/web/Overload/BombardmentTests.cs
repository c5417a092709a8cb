using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpsBoard.Testing;
using OpsBoard.Web.Board;
using OpsBoard.Web.Intake;
using OpsBoard.Web.Tests.Intake;
using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Tests.Overload;

/// <summary>Whatever comes, the server answers, keeps nothing that it should not, and goes on.</summary>
[Collection(NobodyBeside.Name)]
public sealed class BombardmentTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int ShotsAtOnce = 50_000;
    private const string Suite = "JSONTestSuite/test_parsing";
    private const string Token = "PLANTED-7f3a9c";
    private const string Identity = "460203199001011234";
    private const string Mobile = "13812345678";

    private readonly RememberedLog _log = new();
    private LiveServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await LiveServer.Start(Some.Offices(), adjust: services => services
        .AddLogging(logging => logging.AddProvider(_log))
        .Configure<LiveOptions>(static options => options.ConnectsPerSecond = 10_000)
        .Configure<IntakeOptions>(static options => options.InFlightPerCaller = 64));

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task No_spoilt_request_to_any_endpoint_is_a_fault_of_the_server_or_sinks_its_neighbours()
    {
        // As with keys: whoever may name any unit makes the board as large as he likes.
        _server.Service<IOptionsMonitor<UnitsOptions>>().CurrentValue.AutoRegister = false;
        using var bombardment = new Bombardment(_server);
        await bombardment.Fire(shots: 1_000, RunSize.Seed - 1);
        var (shots, before, began) = (RunSize.Of(usual: 2_500, @long: 5_000_000), GC.GetTotalMemory(forceFullCollection: true), Stopwatch.GetTimestamp());

        for (var fired = 0; fired < shots && bombardment.Faults.IsEmpty; fired += ShotsAtOnce)
        {
            await bombardment.Fire(Math.Min(ShotsAtOnce, shots - fired), RunSize.Seed + (fired / ShotsAtOnce));
            // In the first half of a long run pools fill with the arrays that large pages are drawn with, up to some number for each core.
            if (fired > 0 && fired < shots / 2) before = GC.GetTotalMemory(forceFullCollection: true);
            if (bombardment.Faults.IsEmpty) Leave(bombardment, GC.GetTotalMemory(forceFullCollection: true) - before, Stopwatch.GetElapsedTime(began));
        }

        var (span, grown) = (Stopwatch.GetElapsedTime(began), GC.GetTotalMemory(forceFullCollection: true) - before);
        output.WriteLine($"seed {RunSize.Seed}: {bombardment.Answers} requests to {bombardment.Endpoints} endpoints in {span}, {shots / span.TotalSeconds:F0} a second, memory grown by {grown / 1024} KiB");
        output.WriteLine(string.Join(", ", bombardment.Statuses.OrderBy(static status => status.Key).Select(static status => $"{status.Key}: {status.Value}")));
        if (!bombardment.Faults.IsEmpty) output.WriteLine(string.Join('\n', _log.Lines.Where(static line => line.Contains("unhandled", StringComparison.Ordinal)).TakeLast(5)));
        Assert.Empty(bombardment.Faults);
        Assert.InRange(grown, long.MinValue, 128 << 20);
        await AssertWell();
    }

    [Fact]
    public async Task No_spoilt_message_ends_more_than_its_own_connection_to_the_hub()
    {
        var (mutator, messages) = (new Mutator(RunSize.Seed), RunSize.Of(usual: 150, @long: 50_000));
        byte[][] sound = ["""{"type":1,"invocationId":"1","target":"Subscribe","arguments":["hainan"]}"""u8.ToArray(), """{"type":1,"target":"Ack","arguments":[7]}"""u8.ToArray(), """{"type":6}"""u8.ToArray()];

        var fates = await FatesOf(Enumerable.Range(0, messages).Select(_ => mutator.Spoil(mutator.Any(sound))));

        output.WriteLine($"seed {RunSize.Seed}: {messages} messages; {fates}");
        await AssertWell();
    }

    [Fact]
    public async Task No_file_of_the_public_json_tests_ends_more_than_its_own_connection_to_the_hub()
    {
        var files = Corpora.FilesOf(Suite);
        Assert.SkipWhen(files is null, $"skipped: corpus missing: {Suite}");

        // A message of 32 KiB and more is refused by its length, whatever it says.
        output.WriteLine(await FatesOf(files!.Select(File.ReadAllBytes)));

        await AssertWell();
    }

    [Fact]
    public async Task A_hub_message_longer_than_32_kibibytes_ends_its_connection() =>
        Assert.Equal("closed", await HubLine.After(_server.Client.BaseAddress!, Encoding.UTF8.GetBytes($$"""{"type":1,"target":"Ack","arguments":["{{new string('a', 40_000)}}"]}""")));

    [Fact]
    public async Task Every_awkward_string_is_a_number_of_a_case_in_api_and_page_as_it_was_sent()
    {
        var strings = JsonSerializer.Deserialize<string[]>(await File.ReadAllBytesAsync(Corpora.File("blns/blns.json"), TestContext.Current.CancellationToken))!.Distinct(StringComparer.Ordinal).ToArray();
        var items = strings.Select(static (text, i) => SomeItem.Json(("id", SomeItem.Quoted($"blns-{i}")), ("subject", "\"hainan/haikou/housing/w01\""), ("data", $$"""{"case":{{SomeItem.Quoted(text)}}}""")));

        var reply = await Send(string.Join(',', items));

        Assert.Equal(strings.Length, reply.GetProperty("accepted").GetInt32() + reply.GetProperty("rejected").GetInt32());
        await AssertWell();
    }

    [Fact]
    public async Task No_planted_token_or_identity_number_is_in_any_log_page_or_file()
    {
        await Send(
            SomeItem.Json(("data", $$"""{"case":"c-1","applicant":{"name":"{{Token}}"},"phone":"{{Mobile}}","idCard":"{{Identity}}"}""")),
            SomeItem.Json(("id", "\"e-2\""), ("data", $$"""{"case":"{{Identity}}"}""")),
            SomeItem.Json(("id", "\"e-3\""), ("data", $$"""{"case":"x{{Identity}}"}""")),
            SomeItem.Json(("id", "\"e-4\""), ("data", $$"""{"case":"c-4","trips":"{{Token}}"}""")),
            SomeItem.Json(("id", "\"e-5\""), ("subject", $"\"{Token}\"")),
            SomeItem.Json(("id", "\"e-6\""), ("x", $"\"{Token}\\ud800\"")),
            $$"""{"id":"e-7","{{Token}}":1,"{{Token}}":2}""",
            SomeItem.Json(("id", "\"e-8\""), ("time", $"\"{Token}\"")));
        await Post("application/cloudevents-batch+json", $"[{{\"{Token}\":");
        await Post($"text/{Token}", "[]");
        await Post("application/json", $$"""{"case":"c-9","name":"{{Token}}"}""", ("ce-token", Token), ("Authorization", $"Bearer {Token}"), ("Cookie", $"a={Token}"));
        using (await _server.Client.GetAsync($"/units/hainan?token={Token}")) { }
        await HubLine.After(_server.Client.BaseAddress!, Encoding.UTF8.GetBytes($$"""{"type":1,"invocationId":"1","target":"Subscribe","arguments":["{{Token}}"]}"""));
        await HubLine.After(_server.Client.BaseAddress!, Encoding.UTF8.GetBytes($$"""{"type":1,"invocationId":"1","target":"{{Token}}","arguments":["{{Identity}}"]}"""));
        await AssertWell();

        string[] pages = ["/", "/units/hainan", "/units/hainan/haikou/housing/w01", "/wall/hainan", "/m/hainan", "/table/hainan", "/fleet", "/reviews/hainan", "/api/v1/units", "/api/v1/units/hainan", "/api/v1/units/hainan/events?counter=accepted&day=2026-11-20", "/health/ready"];
        var shown = await Task.WhenAll(pages.Select(page => _server.Client.GetStringAsync(page)));
        Assert.All([.. shown, .. _log.Lines, .. FilesOf(_server.Data)], static text => Assert.DoesNotContain(Planted, planted => text.Contains(planted, StringComparison.OrdinalIgnoreCase)));
        Assert.Contains(_log.Lines, static line => line.Contains("were refused", StringComparison.Ordinal));
    }

    private static void Leave(Bombardment bombardment, long grown, TimeSpan lasted) => Evidence.OfLongTest(
        "garbage",
        "Garbage to every endpoint",
        typeof(BombardmentTests),
        lasted,
        ("seed", Evidence.Number(RunSize.Seed)),
        ("requests", Evidence.Number(bombardment.Answers)),
        ("endpoints", Evidence.Number(bombardment.Endpoints)),
        ("answers by status", string.Join(", ", bombardment.Statuses.OrderBy(static status => status.Key).Select(static status => $"{status.Key}: {Evidence.Number(status.Value)}"))),
        ("neighbours lost, and 5xx other than a deliberate 503", "0"),
        ("live memory grown in the second half", $"{grown >> 10} KiB"));

    private static readonly string[] Planted = [Token, Identity, Mobile];

    private static IEnumerable<string> FilesOf(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(static path => Path.GetExtension(path) != ".lock").Select(static path =>
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var text = new StreamReader(file, Encoding.Latin1);
        return text.ReadToEnd();
    });

    private async Task<string> FatesOf(IEnumerable<byte[]> messages)
    {
        var fates = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(messages, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (message, _) => fates.Add(await HubLine.After(_server.Client.BaseAddress!, message)));
        return string.Join(", ", fates.CountBy(static fate => fate).Select(static pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key}: {pair.Value}")));
    }

    private async Task<JsonElement> Send(params string[] items) => JsonSerializer.Deserialize<JsonElement>(await Post("application/cloudevents-batch+json", SomeItem.Batch(items)));

    private async Task<string> Post(string contentType, string body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, IntakeEndpoints.Path) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await _server.Client.SendAsync(request);
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>It is ready, takes an event, and every number is what a recount says.</summary>
    private async Task AssertWell()
    {
        Assert.Equal(System.Net.HttpStatusCode.OK, (await _server.Client.GetAsync("/health/ready")).StatusCode);
        var answer = await _server.Post(SentEvent.Accepted("well"));
        Assert.Equal(1, answer.GetProperty("accepted").GetInt32() + answer.GetProperty("duplicate").GetInt32());
        Assert.True((await _server.Get("/api/v1/units/hainan/recount?day=all")).GetProperty("equal").GetBoolean());
    }
}
