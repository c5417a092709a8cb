using System.Globalization;
using OpsBoard.Testing;

namespace OpsBoard.LoadTest;

public sealed class FeedRunTests
{
    private static readonly FeedPlan Plan = new() { Windows = 40, Batch = 200, Heartbeat = TimeSpan.Zero, From = new(9, 0), Until = new(11, 0) };
    private static readonly string[] Expected = [.. Plan.Events(Some.At(10, 0)).Select(Some.Identity)];

    [Fact]
    public async Task Every_event_is_accepted_once_although_requests_fail()
    {
        await using var intake = await StubIntake.StartAsync(request => (Mishap)(request % 3));
        var run = Run(intake);

        await run.RunAsync(TestContext.Current.CancellationToken);

        Assert.Equal(Expected.Order(StringComparer.Ordinal), intake.Known.Order(StringComparer.Ordinal));
        Assert.Equal(Expected.Length, run.Ledger.Sent);
        Assert.Equal(Expected.Length, run.Ledger[Fate.Accepted] + run.Ledger[Fate.Duplicate]);
        Assert.NotEqual(0, run.Ledger[Fate.Duplicate]);
        Assert.NotEqual(0, run.Ledger.Retries);
    }

    [Fact]
    public async Task Events_are_accepted_in_the_order_in_which_they_happened()
    {
        await using var intake = await StubIntake.StartAsync(request => (Mishap)(request % 3));

        await Run(intake).RunAsync(TestContext.Current.CancellationToken);

        Assert.Equal(intake.Times.Order(StringComparer.Ordinal), intake.Times, StringComparer.Ordinal);
    }

    [Fact]
    public async Task What_had_happened_comes_in_full_batches_and_the_rest_as_it_happens()
    {
        await using var intake = await StubIntake.StartAsync(_ => Mishap.None);
        var before = Plan.Events(Some.At(10, 0)).Count(told => told.Time <= Some.At(10, 0));

        await Run(intake).RunAsync(TestContext.Current.CancellationToken);

        Assert.All(intake.BatchSizes.Take(before / 200), size => Assert.Equal(200, size));
        Assert.All(intake.BatchSizes.Skip(before / 200 + 1), size => Assert.InRange(size, 1, 20));
        Assert.All(intake.ContentTypes, type => Assert.Equal("application/cloudevents-batch+json", type));
    }

    [Fact]
    public async Task The_server_s_clock_says_which_day_it_is()
    {
        await using var intake = await StubIntake.StartAsync(_ => Mishap.None, """{"now":"2026-11-23T10:00:00+08:00","speed":60}""");

        await Run(intake).RunAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["2026-11-23T09", "2026-11-23T10"], intake.Times.Where(time => string.CompareOrdinal(time, "2026-11-23") > 0).Select(time => time[..13]).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_ledger_file_names_every_event_with_its_answer()
    {
        await using var intake = await StubIntake.StartAsync(_ => Mishap.None);
        using var stream = new MemoryStream();
        using var file = new LedgerFile(stream);

        await Run(intake, file).RunAsync(TestContext.Current.CancellationToken);

        var lines = System.Text.Encoding.UTF8.GetString(stream.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(Expected.Length, lines.Length);
        Assert.All(lines, line => Assert.EndsWith("\"status\":\"accepted\"}", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Supervision_is_told_before_the_first_event_and_once_although_its_answer_was_lost()
    {
        await using var intake = await StubIntake.StartAsync(static request => request == 1 ? Mishap.LostAnswer : Mishap.None);
        var plan = Plan with { HasSupervision = true };

        await new FeedRun(plan, intake.Url, new EagerClock(Some.At(10, 0)), TextWriter.Null).RunAsync(TestContext.Current.CancellationToken);

        var acts = plan.Supervision(Some.At(10, 0)).Length;
        Assert.Equal([acts, acts], intake.BatchSizes.Take(2));
        Assert.Equal(acts + Expected.Length, intake.Known.Count);
    }

    [Fact]
    public async Task A_feed_that_is_refused_ends_and_says_so()
    {
        await using var intake = await StubIntake.StartAsync(_ => Mishap.Refused);
        var run = Run(intake);

        var refusal = await Assert.ThrowsAsync<IntakeRefusedException>(() => run.RunAsync(TestContext.Current.CancellationToken));

        Assert.Equal("The intake refuses this feed: 401 Unauthorized.", refusal.Message);
        Assert.Equal(200, run.Ledger[Fate.Unknown]);
    }

    [Fact]
    public async Task A_feed_that_is_stopped_without_an_answer_counts_its_events_as_unknown()
    {
        using var stop = new CancellationTokenSource();
        await using var intake = await StubIntake.StartAsync(request =>
        {
            if (request == 3) stop.Cancel();
            return request < 3 ? Mishap.None : Mishap.Busy;
        });
        var run = Run(intake);

        await run.RunAsync(stop.Token);

        Assert.Equal("sent 600, accepted 400, duplicate 0, conflict 0, rejected 0, unknown 200", run.Ledger.ToString().Split(", retries")[0]);
    }

    [Fact]
    public async Task A_feed_with_a_secret_signs_every_sending_and_sends_under_the_name_of_its_source()
    {
        await using var intake = await StubIntake.StartAsync(request => request == 1 ? Mishap.Busy : Mishap.None);
        using var folder = new TempDirectory();
        var file = Path.Combine(folder.Path, "secret");
        await File.WriteAllTextAsync(file, $"Its signing secret, key 1, is shown this once:\nwhsec_{Convert.ToBase64String(new byte[32])}\n");
        var secret = SourceSecret.ReadFile(file, out _)!;

        await new FeedRun(Plan with { Source = "feed-1" }, intake.Url, new EagerClock(Some.At(10, 0)), new StringWriter(CultureInfo.InvariantCulture)) { Secret = secret }.RunAsync(TestContext.Current.CancellationToken);

        Assert.All(intake.Signed, sent => Assert.Equal(("feed-1", secret.Sign(sent.Id, sent.Timestamp, sent.Body)), (sent.Source, sent.Signature)));
        Assert.Equal(intake.Signed.Count, intake.Signed.DistinctBy(static sent => sent.Id).Count());
        Assert.All(intake.Known, static identity => Assert.StartsWith("feed-1/", identity, StringComparison.Ordinal));
    }

    private static FeedRun Run(StubIntake intake, LedgerFile? file = null) =>
        new(Plan, intake.Url, new EagerClock(Some.At(10, 0)), new StringWriter(CultureInfo.InvariantCulture)) { File = file };
}
