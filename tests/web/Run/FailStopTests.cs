using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using OpsBoard.Silo.Journal;
using OpsBoard.Silo.Journal.Sqlite;
using OpsBoard.Testing;
using OpsBoard.Web.Access;
using OpsBoard.Web.Access.Audit;
using OpsBoard.Web.Run;

namespace OpsBoard.Web.Tests.Run;

/// <summary>The server whose disk fails says so, and ends (P7); one whose disk is slow refuses what does not fit (P5).</summary>
public sealed class FailStopTests : IDisposable
{
    private const int InputOutput = 5;
    private const int NoSpace = 28;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly TempDirectory _folder = new();

    private string Data => Path.Combine(_folder.Path, "data");

    private string DiskFails => Path.Combine(_folder.Path, "now");

    [Fact]
    public async Task After_an_error_of_the_disk_it_refuses_shows_its_last_numbers_as_cut_off_says_why_and_ends_with_status_one()
    {
        FaultyDisk.Need();
        using var patience = new CancellationTokenSource(Patience);
        using var process = Start(Failing(InputOutput));
        await using var ending = patience.Token.Register(process.Kill);
        var errors = process.StandardError.ReadToEndAsync(patience.Token);
        using var client = new HttpClient { BaseAddress = await AddressOf(process) };
        using var before = await client.PostAsync("/api/v1/events", Body("c1"), patience.Token);
        await using (var stream = await EventStream.Open(client, "hainan")) await stream.Snapshot(static board => board.GetProperty("counts").GetProperty("accepted").GetInt32() == 1);
        await File.WriteAllTextAsync(DiskFails, "", patience.Token);

        using var after = await client.PostAsync("/api/v1/events", Body("c2"), patience.Token);
        using var ready = await client.GetAsync("/health/ready", patience.Token);
        using var board = await client.GetAsync("/api/v1/units/hainan", patience.Token);
        var reason = (await ready.Content.ReadFromJsonAsync<JsonElement>(patience.Token)).GetProperty("status").GetString();
        var shown = await board.Content.ReadFromJsonAsync<JsonElement>(patience.Token);
        await process.StandardOutput.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable), (before.StatusCode, after.StatusCode, ready.StatusCode));
        Assert.NotNull(after.Headers.RetryAfter);
        Assert.StartsWith("The journal has stopped: SQLite Error 10", reason, StringComparison.Ordinal);
        Assert.Equal(1, shown.GetProperty("counts").GetProperty("accepted").GetInt32());
        Assert.True(long.Parse(board.Headers.GetValues("OpsBoard-Feed-Age").Single(), CultureInfo.InvariantCulture) > 15_000);
        Assert.Contains("the journal stopped", await errors, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Flawed, process.ExitCode);
    }

    [Fact]
    public async Task On_a_full_disk_it_refuses_goes_on_showing_what_it_has_as_cut_off_says_why_and_recovers_unaided()
    {
        FaultyDisk.Need();
        using var patience = new CancellationTokenSource(Patience);
        using var process = Start(Failing(NoSpace));
        await using var ending = patience.Token.Register(process.Kill);
        using var client = new HttpClient { BaseAddress = await AddressOf(process) };
        _ = process.StandardOutput.ReadToEndAsync(patience.Token);
        _ = process.StandardError.ReadToEndAsync(patience.Token);
        await client.PostAsync("/api/v1/events", Body("c1"), patience.Token);
        await using (var stream = await EventStream.Open(client, "hainan")) await stream.Snapshot(static board => board.GetProperty("counts").GetProperty("accepted").GetInt32() == 1);
        await File.WriteAllTextAsync(DiskFails, "", patience.Token);

        using var refused = await client.PostAsync("/api/v1/events", Body("c2"), patience.Token);
        using var ready = await client.GetAsync("/health/ready", patience.Token);
        using var board = await client.GetAsync("/api/v1/units/hainan", patience.Token);
        File.Delete(DiskFails);
        using var again = await client.PostAsync("/api/v1/events", Body("c2"), patience.Token);
        using var well = await client.GetAsync("/health/ready", patience.Token);
        process.Kill();

        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK), (refused.StatusCode, again.StatusCode));
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.Contains("'ballast'", (await ready.Content.ReadFromJsonAsync<JsonElement>(patience.Token)).GetProperty("status").GetString(), StringComparison.Ordinal);
        Assert.Equal("ready", (await well.Content.ReadFromJsonAsync<JsonElement>(patience.Token)).GetProperty("status").GetString());
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (ready.StatusCode, board.StatusCode));
        Assert.True(long.Parse(board.Headers.GetValues("OpsBoard-Feed-Age").Single(), CultureInfo.InvariantCulture) > 15_000);
    }

    // 16 ms a call are 256 KiB a second.
    [Fact]
    public async Task On_a_slow_disk_it_refuses_what_does_not_fit_loses_nothing_and_takes_all_of_it_when_the_disk_is_quick_again()
    {
        FaultyDisk.Need();
        using var patience = new CancellationTokenSource(Patience);
        using var process = Start([("MODE", "slow"), ("MS", "16")], ("Journal__QueueLimit", "1000"), ("Intake__InFlightPerCaller", "64"));
        await using var ending = patience.Token.Register(process.Kill);
        using var client = new HttpClient { BaseAddress = await AddressOf(process) };
        _ = process.StandardOutput.ReadToEndAsync(patience.Token);
        _ = process.StandardError.ReadToEndAsync(patience.Token);
        byte[][] batches = [.. Enumerable.Range(0, 2_400).Select(static number => $"c{number}").Chunk(200).Select(static cases => Body(cases).ReadAsByteArrayAsync().Result)];
        await File.WriteAllTextAsync(DiskFails, "", patience.Token);

        var slow = await Task.WhenAll(batches.Select(batch => Send(client, batch, patience.Token)));
        File.Delete(DiskFails);
        List<HttpResponseMessage> quick = [];
        foreach (var batch in batches) quick.Add(await Send(client, batch, patience.Token));
        await using (var stream = await EventStream.Open(client, "hainan")) await stream.Snapshot(static board => board.GetProperty("counts").GetProperty("accepted").GetInt32() == 2_400);
        var recount = await client.GetFromJsonAsync<JsonElement>("/api/v1/units/hainan/recount?day=all", patience.Token);
        process.Kill();

        Assert.Contains(slow, static answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.Contains(slow, static answer => answer.StatusCode == HttpStatusCode.ServiceUnavailable);
        Assert.All(slow, static answer => Assert.True(answer.StatusCode == HttpStatusCode.OK || answer.Headers.RetryAfter is not null));
        Assert.All(quick, static answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal((2_400, true), (recount.GetProperty("events").GetInt32(), recount.GetProperty("equal").GetBoolean()));
    }

    [Fact]
    public async Task While_the_journal_is_checked_supervisors_are_told_what_is_done_and_all_others_to_come_again()
    {
        var progress = new StartProgress { Step = "The file is being looked through (7 MiB)." };
        await using var waiting = await StartingServer.Listen(new ServerSettings("http://127.0.0.1:0", Data, Roster: null, Open: true), progress, TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = new Uri(waiting.Urls.Single()) };

        using var live = await client.GetAsync("/health/live", TestContext.Current.CancellationToken);
        using var startup = await client.GetAsync("/health/startup", TestContext.Current.CancellationToken);
        using var sent = await client.PostAsync("/api/v1/events", Body("c1"), TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable), (live.StatusCode, startup.StatusCode, sent.StatusCode));
        Assert.Contains("(7 MiB)", await startup.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.NotNull(sent.Headers.RetryAfter);
    }

    [Fact]
    public async Task Numbers_that_are_not_those_of_their_events_are_counted_anew_when_a_person_says_so_and_not_before()
    {
        await using var server = await LiveServer.Start();
        await server.Post(SentEvent.Accepted("c1"));
        await server.Pause();
        Tamper(server.Data);

        var (before, said, _) = await OpsBoardProcess.Run("recount", "--data", server.Data);
        var (anew, _, _) = await OpsBoardProcess.Run("recount", "--anew", "--data", server.Data);
        var (after, _, _) = await OpsBoardProcess.Run("recount", "--data", server.Data);
        await server.Resume();

        Assert.Equal((ExitCodes.Flawed, ExitCodes.Well, ExitCodes.Well), (before, anew, after));
        Assert.Contains("stored 5, recounted 1", said, StringComparison.Ordinal);
        Assert.Contains(new AuditTrail(new AccessDatabase(server.Data), TimeProvider.System).Newest(9), static entry => entry.Action == AuditActions.CountedAnew);
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<HttpResponseMessage> Send(HttpClient client, byte[] batch, CancellationToken cancellation)
    {
        using var content = new ByteArrayContent(batch);
        content.Headers.TryAddWithoutValidation("Content-Type", "application/cloudevents-batch+json");
        return await client.PostAsync("/api/v1/events", content, cancellation);
    }

    private static (string, string)[] Failing(int error) => [("MODE", "fail"), ("AT", "1"), ("FOREVER", "1"), ("ERRNO", error.ToString(CultureInfo.InvariantCulture))];

    private static StringContent Body(params string[] cases) => new(JsonSerializer.Serialize(cases.Select(static @case => SentEvent.Accepted(@case, at: TimeProvider.System.GetUtcNow()))), Encoding.UTF8, "application/cloudevents-batch+json");

    private Process Start((string, string)[] faults, params (string Name, string Value)[] settings)
    {
        Directory.CreateDirectory(Data);
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "OpsBoard.Web.dll"), "run", "--open", "--port", "0", "--data", Data])
        {
            UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment["Journal__BallastMiB"] = "0";
        foreach (var (name, value) in settings) start.Environment[name] = value;
        FaultyDisk.StandBefore(start, Data, [.. faults, ("WHEN", DiskFails)]);
        return Process.Start(start)!;
    }

    // The server makes itself known before it says a word.
    private async Task<Uri> AddressOf(Process process)
    {
        while (await process.StandardOutput.ReadLineAsync() is not null)
        {
            if (DataDirectory.AddressOfServer(Data) is { } address) return new Uri(address);
        }

        throw new InvalidOperationException("The server ended before it listened.");
    }

    private static void Tamper(string data)
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={DataDirectory.JournalFileIn(data)};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "UPDATE cells SET accepted = 5";
        command.ExecuteNonQuery();
    }
}
