using System.Diagnostics;
using System.Globalization;
using OpsBoard.LoadTest;
using OpsBoard.Testing;
using OpsBoard.Web.Screens.Survival;
using OpsBoard.Web.Tests.Run;
using OpsBoard.Web.Tests.Telemetry;

namespace OpsBoard.Web.Tests.Soak;

/// <summary>
/// The server as its user starts it, under an even load for as many minutes as OPSBOARD_SIZE says: does anything grow that should not? The
/// memory is reported, since a heap breathes; what must not grow at all is held.
/// </summary>
public sealed class SoakTests(ITestOutputHelper output)
{
    private const int Windows = 2_000;
    private const int EventsPerSecond = 2_000;
    private const int Walls = 20;
    private const int Desks = 80;

    private static readonly int Minutes = RunSize.Of(usual: 1, @long: 5);
    private static readonly TimeSpan SampleEvery = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Under_an_even_load_nothing_piles_up_and_everything_sent_is_counted()
    {
        LongSuite.Only();
        using var folder = new TempDirectory();
        var province = new Province(Windows);
        await using (var roster = File.Create(Path.Combine(folder.Path, "units.json"))) RosterWriter.Write(province, roster);
        await using var collector = await Collector.Start();
        await using var server = await KillableServer.Start(folder.Path, ("Telemetry__Otlp__Endpoint", collector.Address), ("Telemetry__Otlp__MetricsEvery", "00:00:05"), ("Telemetry__Otlp__TraceShare", "0"), ("MALLOC_ARENA_MAX", "2"));
        var quiet = province.Counties.Where(static county => county.IsReporting).MinBy(static county => county.Departments.Sum(static department => department.Windows.Length))!;
        var feed = new SoakFeed(server.Client, [.. province.Counties.Where(county => county != quiet).SelectMany(WindowsOf)], EventsPerSecond);
        var viewers = await Join(server, province);
        await using var probe = await SoakProbe.Begin(server.Client, Province.Segment, quiet.Path, WindowsOf(quiet).First());

        var samples = await Watch(server, collector, folder.Path, feed, probe);
        await Arrived(server, feed.Cases + probe.Sent);
        var stayed = viewers.Count(static viewer => viewer.IsThere);
        var messages = viewers.Sum(static viewer => viewer.Messages);
        foreach (var viewer in viewers) await viewer.DisposeAsync();
        await server.Stop();
        var (status, recount, _) = await OpsBoardProcess.RunWithin(TimeSpan.FromMinutes(2 + Minutes), "recount", "--data", folder.Path);

        Report(feed, probe, samples, messages, recount, new FileInfo(Path.Combine(folder.Path, "journal.db")).Length);
        Assert.Equal((feed.Sent, viewers.Length, 0), (feed.Acknowledged, stayed, status));
        Assert.StartsWith($"{feed.Sent + probe.Sent} events recounted", recount, StringComparison.Ordinal);
        Assert.True(Trend(samples, static sample => sample.LogMiB).Most <= 64, "The log of the journal piles up.");
        Assert.True(Trend(samples, static sample => sample.Handles) is var handles && handles.Most - handles.Least <= 30, "Open files pile up.");
        Assert.True(Trend(samples, static sample => sample.Threads) is var threads && threads.Most - threads.Least <= 30, "Threads pile up.");
    }

    private static IEnumerable<string> WindowsOf(County county) => county.Departments.SelectMany(static department => department.Windows).Select(static window => window.Path);

    private static async Task<SoakViewer[]> Join(KillableServer server, Province province)
    {
        string[] scopes = [Province.Segment, .. province.Counties.Where(static county => county.IsReporting).Select(static county => county.Path)];
        var viewers = new SoakViewer[Walls + Desks];
        for (var i = 0; i < viewers.Length; i++)
        {
            var scope = scopes[i % scopes.Length];
            viewers[i] = i < Walls ? await SoakViewer.OnHub(server.Client.BaseAddress!, scope) : SoakViewer.OnStream(server.Client, scope);
            // The door lets in 50 a second.
            await Task.Delay(TimeSpan.FromMilliseconds(25), TimeProvider.System);
        }

        return viewers;
    }

    private async Task<List<SoakSample>> Watch(KillableServer server, Collector collector, string data, SoakFeed feed, SoakProbe probe)
    {
        var (began, samples) = (Stopwatch.GetTimestamp(), new List<SoakSample>());
        using var end = new CancellationTokenSource(TimeSpan.FromMinutes(Minutes));
        var feeding = Task.WhenAll(feed.Run(end.Token), probe.Run(end.Token));
        while (!end.IsCancellationRequested)
        {
            await Task.Delay(SampleEvery, TimeProvider.System, end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            var (sample, answers) = (SoakSample.Of(server, collector, data, Stopwatch.GetElapsedTime(began)), feed.TakeAnswers());
            samples.Add(sample);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{sample}  sent {feed.Sent:N0}  answered within {answers.Median:0} ms (median), {answers.Longest:0} ms (longest)"));
        }

        await feeding;
        return samples;
    }

    // Each batch is answered, so the board is behind by its own steps alone.
    private static async Task Arrived(KillableServer server, long cases)
    {
        await using var stream = await EventStream.Open(server.Client, Province.Segment);
        await stream.Snapshot(board => board.GetProperty("counts").GetProperty("accepted").GetInt64() == cases);
    }

    private void Report(SoakFeed feed, SoakProbe probe, List<SoakSample> samples, long messages, string recount, long journal)
    {
        var lasted = samples[^1].At;
        (string What, string Value)[] figures =
        [
            ("load", string.Create(CultureInfo.InvariantCulture, $"{EventsPerSecond:N0} events a second to {Windows:N0} windows, {Walls} viewers on the hub and {Desks} on streams, on the same machine")),
            ("events sent and acknowledged", string.Create(CultureInfo.InvariantCulture, $"{feed.Sent:N0}, {feed.Acknowledged:N0}")),
            ("events a second", Evidence.Number((long)(feed.Sent / lasted.TotalSeconds))),
            ("batches sent again", Evidence.Number(feed.Retried)),
            ("from acknowledgement to a wall of the province", probe.Ages),
            ("messages to viewers", Evidence.Number(messages)),
            ("recount", recount.Trim()),
            ("resident memory", Trend(samples, static sample => sample.ResidentMiB).Text(" MiB")),
            ("live heap", Trend(samples, static sample => sample.HeapMiB).Text(" MiB")),
            ("memory outside of the collector", Trend(samples, static sample => sample.OutsideMiB).Text(" MiB")),
            ("live heap after each full collection", $"{string.Join(", ", Troughs(samples).Select(static sample => sample.HeapMiB.ToString("0", CultureInfo.InvariantCulture)))} MiB"),
            ("threads", Trend(samples, static sample => sample.Threads).Text("")),
            ("open files", Trend(samples, static sample => sample.Handles).Text("")),
            ("write-ahead log", Trend(samples, static sample => sample.LogMiB).Text(" MiB")),
            ("journal with its log written back, bytes an event", Evidence.Number(journal / feed.Sent)),
            ("processor", string.Create(CultureInfo.InvariantCulture, $"{(samples[^1].Processor - samples[0].Processor) / (lasted - samples[0].At) * 100:0} % of one core")),
        ];
        Array.ForEach(figures, figure => output.WriteLine($"{figure.What}: {figure.Value}"));
        if (Environment.GetEnvironmentVariable("OPSBOARD_EVIDENCE") == "1")
            Evidence.Write("soak", "Soak", $"OPSBOARD_LONG=1 OPSBOARD_SIZE={Minutes} OPSBOARD_EVIDENCE=1 tests/web/bin/Release/net10.0/OpsBoard.Web.Tests -noColor -class {typeof(SoakTests).FullName} -showLiveOutput", lasted, [.. figures, ("figures are from", "the later three quarters of the run")]);
    }

    // A full collection takes most of what has gathered since the one before; others take little.
    private static IEnumerable<SoakSample> Troughs(List<SoakSample> samples) =>
        samples.Zip(samples.Skip(1)).Where(static pair => pair.Second.HeapMiB < 0.75 * pair.First.HeapMiB).Select(static pair => pair.Second);

    private static SoakTrend Trend(List<SoakSample> samples, Func<SoakSample, double> figure) => new(samples.Select(sample => (sample.At.TotalMinutes, figure(sample))));
}
