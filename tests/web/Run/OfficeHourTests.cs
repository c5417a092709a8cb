using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using OpsBoard.LoadTest;
using OpsBoard.Silo.Journal.Sqlite;
using OpsBoard.Units;

namespace OpsBoard.Web.Tests.Run;

/// <summary>An hour of the simulated province through the real intake, while every level is watched.</summary>
public sealed class OfficeHourTests
{
    private static readonly DateOnly Friday = new(2026, 11, 20);
    private static readonly DateTimeOffset From = new(Friday, new TimeOnly(9, 30), BusinessDay.Offset);

    [Fact]
    public async Task At_every_frame_of_an_hour_the_province_is_the_sum_of_its_counties_and_of_its_windows()
    {
        await using var server = await LiveServer.Start(LiveServer.Hainan, From);
        var ledger = new FrameLedger();
        using var end = new CancellationTokenSource();
        var watching = Scopes().Select(scope => Watch(server, scope, ledger, end.Token)).ToList();

        var accepted = await PlayHour(server);

        var last = await server.Board("hainan", board => board.GetProperty("counts").GetProperty("accepted").GetInt64() == accepted);
        await end.CancelAsync();
        await Task.WhenAll(watching);
        ledger.Enter(last);
        var recount = await server.Journal.Recount(null, null);
        Assert.True(ledger.Frames > watching.Count, $"{ledger.Frames} frames of {watching.Count} scopes");
        Assert.True(recount.Equal);
        Assert.All(ledger.Windows, window => Assert.Equal(AcceptedBy(server, window.Window, window.Version), window.Accepted));
    }

    private static string[] Scopes()
    {
        var departments = LiveServer.Hainan.ChildrenOf(UnitPath.Parse("hainan/haikou")).Select(static unit => unit.Path.ToString()).Take(4);
        var windows = LiveServer.Hainan.WindowsOf(UnitPath.Parse("hainan/haikou")).Select(static unit => unit.Path.ToString()).Take(6);
        return ["hainan", "hainan/haikou", "hainan/sanya", "hainan/~/housing", .. departments, .. windows];
    }

    private static async Task Watch(LiveServer server, string scope, FrameLedger ledger, CancellationToken end)
    {
        await using var stream = await EventStream.Open(server.Client, scope);
        while (!end.IsCancellationRequested)
        {
            await stream.Next();
            ledger.Enter(await server.Get($"/api/v1/units/{scope}"));
        }
    }

    /// <summary>Posts the hour in the order in which it happened and answers with the number of cases accepted in it.</summary>
    private static async Task<long> PlayHour(LiveServer server)
    {
        var day = new OfficeDay(new Province(Province.DefaultWindows), Friday, seed: 7, TimeSpan.Zero);
        var hour = day.Events().SkipWhile(static told => told.Time < From).TakeWhile(static told => told.Time < From.AddHours(1));
        var cases = new HashSet<string>();
        using var batches = new EventBatcher(hour.GetEnumerator(), 200);
        while (batches.TakeUntil(From.AddHours(1)) is { } batch)
        {
            server.Clock.Now = batch.Events[^1].Time;
            cases.UnionWith(batch.Events.Where(static told => told.Type == EventType.CaseAccepted).Select(static told => $"{told.Subject} {told.Data.Case}"));
            using var body = new ReadOnlyMemoryContent(batch.Body);
            body.Headers.ContentType = new MediaTypeHeaderValue("application/cloudevents-batch+json");
            using var answer = await server.Client.PostAsync("/api/v1/events", body);
            var verdicts = JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync());
            Assert.Equal(batch.Events.Count, verdicts.GetProperty("accepted").GetInt32());
        }

        return cases.Count;
    }

    // Counts the raw events by hand, up to the version that the frame named: no rule of the product has a part in it.
    private static long AcceptedBy(LiveServer server, string window, long version)
    {
        using var connection = new SqliteConnection($"Data Source={DataDirectory.JournalFileIn(server.Data)};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT COUNT(DISTINCT json_extract(body, '$.case')) FROM events JOIN windows USING (window_id)
            WHERE path = $window AND window_version <= $version AND kind = 20
            """;
        command.Parameters.AddWithValue("$window", window);
        command.Parameters.AddWithValue("$version", version);
        return (long)command.ExecuteScalar()!;
    }
}
