using OpsBoard.Testing;
using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text.Json;
using OpsBoard.Counting;
using OpsBoard.Journal;
using OpsBoard.LoadTest;
using OpsBoard.Silo.Journal;
using OpsBoard.Units;
using Counter = OpsBoard.Counting.Counter;

namespace OpsBoard.Web.Tests.Run;

/// <summary>
/// Any number shown is what the events up to its version say, counted in SQL, at every level and while events come: late ones and
/// corrections among them, and a midnight.
/// </summary>
public sealed class SnapshotRecountTests
{
    private const int Seed = 20261120;
    private const int LateEvery = 13;

    private static readonly bool IsLong = RunSize.IsLong;
    private static readonly DateOnly Friday = new(2026, 11, 20);

    private readonly Random _random = new(Seed);
    private readonly ConcurrentBag<JsonElement> _frames = [];
    private readonly List<string> _held = [];
    private int _compared;

    [Fact]
    public async Task A_snapshot_at_a_random_moment_is_the_recount_at_its_version_at_every_level()
    {
        await using var server = await LiveServer.Start(LiveServer.Hainan, At(Friday, 10, 0));
        using var end = new CancellationTokenSource();
        var scopes = Scopes();
        var watching = scopes.Select(scope => Watch(server, scope, end.Token)).ToList();

        await Play(server, At(Friday, 10, 0), TimeSpan.FromMinutes(IsLong ? 120 : 6), scopes);
        await Play(server, At(Friday, 23, 50), TimeSpan.FromMinutes(20), scopes);

        await end.CancelAsync();
        await Task.WhenAll(watching);
        var atRest = _compared;
        await CompareWindows(server);
        TestContext.Current.SendDiagnosticMessage($"seed {Seed}: {_frames.Count} frames, {atRest} rows at moments of rest, {_compared - atRest} windows in flight.");
        Assert.True(atRest > 10 * scopes.Length && _compared > atRest, $"{atRest} and {_compared - atRest} rows of {_frames.Count} frames");
        Assert.True((await server.Journal.Recount(null, null)).Equal);
    }

    private static string[] Scopes()
    {
        var haikou = UnitPath.Parse("hainan/haikou");
        var departments = LiveServer.Hainan.ChildrenOf(haikou).Select(static unit => unit.Path.ToString()).Take(3);
        return ["hainan", haikou.ToString(), "hainan/~/housing", .. departments, LiveServer.Hainan.WindowsOf(haikou).First().Path.ToString()];
    }

    private async Task Watch(LiveServer server, string scope, CancellationToken end)
    {
        await using var stream = await EventStream.Open(server.Client, scope);
        while (!end.IsCancellationRequested)
        {
            await stream.Next();
            _frames.Add(await server.Get($"/api/v1/units/{scope}"));
        }
    }

    private async Task Play(LiveServer server, DateTimeOffset from, TimeSpan length, string[] scopes)
    {
        server.Clock.Now = from;
        var told = Days(from).SkipWhile(told => told.Time < from).TakeWhile(told => told.Time < from + length);
        using var batches = new EventBatcher(told.GetEnumerator(), 200);
        while (batches.TakeUntil(from + length) is { } batch)
        {
            server.Clock.Now = batch.Events[^1].Time;
            var items = JsonSerializer.Deserialize<List<JsonElement>>(batch.Body.Span)!.ConvertAll(static item => item.GetRawText());
            _held.AddRange(items.Where((_, place) => place % LateEvery == 0));
            await Post(server, [.. items.Where(static (_, place) => place % LateEvery != 0), .. items.Where(static (_, place) => place % 29 == 1).Select(item => Corrected(item, server.Clock.Now))]);
            if (_random.Next(4) == 0) await AtRest(server, scopes);
        }

        await Post(server, _held);
        _held.Clear();
        await AtRest(server, scopes);
    }

    private static IEnumerable<ServiceEvent> Days(DateTimeOffset from) => Enumerable.Range(0, 2).SelectMany(day =>
        new OfficeDay(new Province(Province.DefaultWindows), DateOnly.FromDateTime(from.DateTime).AddDays(day), seed: 7, TimeSpan.FromMinutes(5)).Events());

    private string Corrected(string item, DateTimeOffset now)
    {
        var target = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(item)!;
        return JsonSerializer.Serialize(new
        {
            specversion = "1.0",
            id = $"correction-{target["id"].GetString()}",
            source = target["source"].GetString(),
            type = "opsboard.correction",
            subject = target["subject"].GetString(),
            time = now.ToString("yyyy-MM-ddTHH:mm:ss.fffzzz", null),
            data = _random.Next(2) == 0 ? (object)new { target = target["id"].GetString(), revision = 1 } : new { target = target["id"].GetString(), revision = 1, data = new { stars = 1, trips = 0, promisedDays = 0 } },
        });
    }

    private static async Task Post(LiveServer server, List<string> items)
    {
        if (items.Count == 0) return;
        foreach (var part in items.Chunk(900))
        {
            using var body = new StringContent($"[{string.Join(',', part)}]");
            body.Headers.ContentType = new MediaTypeHeaderValue("application/cloudevents-batch+json");
            using var answer = await server.Client.PostAsync("/api/v1/events", body);
            var verdicts = JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync());
            Assert.Equal(part.Length, verdicts.GetProperty("accepted").GetInt32());
        }
    }

    // Between two batches nothing comes, so the board's version, which only rises, can name one vector of versions alone.
    private async Task AtRest(LiveServer server, string[] scopes)
    {
        var versions = await server.Journal.ReadVersions(null);
        foreach (var scope in scopes)
        {
            var beneath = versions.Where(version => UnitPath.Parse(scope).Contains(version.Window)).ToList();
            var board = await server.Board(scope, board => Version(board) == beneath.Sum(static version => version.Version));
            var counted = await server.Service<IJournalStore>().CountAt(beneath, DayOf(board));
            Same(board, counted);
            foreach (var child in board.GetProperty("children").EnumerateArray())
                Same(child, [.. counted.Where(window => UnitPath.Parse(child.GetProperty("unit").GetString()!).Contains(window.Window))]);
        }
    }

    private async Task CompareWindows(LiveServer server)
    {
        var rows = _frames.SelectMany(static frame => frame.GetProperty("children").EnumerateArray().Append(frame).Select(row => (Day: DayOf(frame), Row: row)))
            .Where(static row => UnitPath.Parse(row.Row.GetProperty("unit").GetString()!).Kind == UnitKind.Window && Version(row.Row) > 0)
            .DistinctBy(static row => (row.Day, row.Row.GetProperty("unit").GetString(), Version(row.Row)));
        // A window is asked for at one version at a time: the first seen of each window together, then the second of each.
        var turns = rows.GroupBy(static row => (row.Day, Window: UnitPath.Parse(row.Row.GetProperty("unit").GetString()!)))
            .SelectMany(static window => window.Select((row, turn) => (window.Key.Day, Turn: turn, window.Key.Window, row.Row)))
            .GroupBy(static row => (row.Day, row.Turn));
        foreach (var turn in turns)
        {
            var shown = turn.ToDictionary(static row => row.Window, static row => row.Row);
            foreach (var counted in await server.Service<IJournalStore>().CountAt([.. shown.Select(static row => new WindowVersion(row.Key, Version(row.Value)))], turn.Key.Day)) Same(shown[counted.Window], [counted]);
        }
    }

    private void Same(JsonElement row, IReadOnlyList<WindowRecord> counted)
    {
        var tally = counted.Aggregate(Tally.Zero, static (sum, window) => sum + window.Tally);
        var open = counted.SelectMany(static window => window.Open).ToLookup(static open => open.Kind);
        var gauges = row.GetProperty("gauges");
        var shown = Counters.All.Where(static counter => Counters.SpanOf(counter) == CounterSpan.Period).Select(counter => $"{counter} {Shown(row.GetProperty("counts"), counter)}")
            .Append($"inProgress {gauges.GetProperty("inProgress")}").Append($"badReviewsOpen {gauges.GetProperty("badReviewsOpen")}");
        var recounted = Counters.All.Where(static counter => Counters.SpanOf(counter) == CounterSpan.Period).Select(counter => $"{counter} {tally[counter]}")
            .Append($"inProgress {open[OpsBoard.Events.SubjectKind.Case].Count()}").Append($"badReviewsOpen {open[OpsBoard.Events.SubjectKind.Review].Count()}");
        Assert.Equal($"{row.GetProperty("unit")} {string.Join(", ", recounted)}", $"{row.GetProperty("unit")} {string.Join(", ", shown)}");
        _compared++;
    }

    // What is 0 may be left out of a row.
    private static long Shown(JsonElement counts, Counter counter) => counter is >= Counter.Stars1 and <= Counter.Stars5
        ? counts.GetProperty("reviews")[counter - Counter.Stars1].GetInt64()
        : counts.TryGetProperty(JsonNamingPolicy.CamelCase.ConvertName(counter.ToString()), out var count) ? count.GetInt64() : 0;

    private static long Version(JsonElement row) => row.GetProperty("journalVersion").GetInt64();

    private static BusinessDay DayOf(JsonElement board) => BusinessDay.TryParse(board.GetProperty("businessDay").GetString(), out var day) ? day : throw new FormatException();

    private static DateTimeOffset At(DateOnly day, int hour, int minute) => new(day, new TimeOnly(hour, minute), BusinessDay.Offset);
}
