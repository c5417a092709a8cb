using System.Diagnostics.Metrics;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpsBoard.Silo.Journal.Sqlite;
using OpsBoard.Testing;
using OpsBoard.Units;
using OpsBoard.Web.Tests.Intake;
using OpsBoard.Web.Tests.Run;
using Orleans;

namespace OpsBoard.Web.Recount;

/// <summary>The recount in the background, and who is told of what it finds.</summary>
public sealed class RecountRoundsTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static readonly string Yesterday = $"{BusinessDay.Of(ManualClock.Opening).Previous}";

    [Fact]
    public async Task A_server_that_has_not_recounted_yet_says_so_and_is_ready()
    {
        await using var server = await LiveServer.Start();

        var health = await server.Get("/health/ready");

        Assert.Equal(("ready", "never"), (health.GetProperty("status").GetString(), health.GetProperty("recount").GetProperty("status").GetString()));
    }

    [Fact]
    public async Task A_full_round_remembers_when_it_was_and_what_it_counted()
    {
        await using var server = await LiveServer.Start();
        await server.Post(SentEvent.Accepted("c1"), SentEvent.Completed("c1"), SentEvent.Accepted("c2", window: "hainan/sanya/housing/w01"));

        await server.Service<RecountRounds>().Recount(default);

        var recount = (await server.Get("/health/ready")).GetProperty("recount");
        Assert.Equal("""{"status":"equal","windows":2,"events":3,"cells":2,"differences":0}""", Told(recount));
        Assert.True(recount.GetProperty("finished").GetDateTimeOffset() >= recount.GetProperty("started").GetDateTimeOffset());
    }

    [Fact]
    public async Task What_differs_makes_the_server_degraded_and_stands_on_the_page_until_a_round_finds_nothing()
    {
        await using var server = await LiveServer.Start();
        await server.Post(SentEvent.Accepted("c1", at: ManualClock.Opening.AddDays(-1)));
        Tamper(server, "UPDATE cells SET accepted = 5");
        using var counted = new MeterListener();
        var differences = 0L;
        counted.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name == "opsboard.recount.differences" && instrument.Meter.Scope == server.Service<IMeterFactory>()) listener.EnableMeasurementEvents(instrument);
        };
        counted.SetMeasurementEventCallback<long>((_, measurement, _, _) => differences += measurement);
        counted.Start();

        await server.Service<RecountRounds>().Recount(default);

        var health = await server.Get("/health/ready");
        Assert.Equal("degraded", health.GetProperty("status").GetString());
        Assert.Equal("""{"status":"differs","windows":1,"events":1,"cells":1,"differences":1}""", Told(health.GetProperty("recount")));
        var page = await server.Client.GetStringAsync("/recount");
        Assert.Contains($"<code>{Yesterday} Accepted</code>", page, StringComparison.Ordinal);
        Assert.Contains("data-state=\"differs\"", page, StringComparison.Ordinal);
        Assert.Equal(1, differences);
        Tamper(server, "UPDATE cells SET accepted = 1");
        await server.Service<RecountRounds>().Recount(default);
        Assert.Equal("ready", (await server.Get("/health/ready")).GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_department_that_holds_other_figures_than_the_journal_at_the_same_version_makes_the_server_degraded()
    {
        var log = new RememberedLog();
        await using var server = await LiveServer.Start(lookEvery: TimeSpan.FromMilliseconds(100), adjust: services => services.AddLogging(logging => logging.AddProvider(log)));
        await server.Post(SentEvent.Accepted("c1"));
        await server.Board("hainan", static board => board.GetProperty("counts").GetProperty("accepted").GetInt64() == 1);
        var alarm = log.Hears("Alarm: hainan/haikou/housing holds other figures of hainan/haikou/housing/w01");

        await Mislead(server);
        server.Clock.Now += TimeSpan.FromSeconds(61);
        await alarm.WaitAsync(Patience, TestContext.Current.CancellationToken);

        Assert.Equal("degraded", (await server.Get("/health/ready")).GetProperty("status").GetString());
        Assert.Contains("href=\"/units/hainan/haikou/housing/w01\"", await server.Client.GetStringAsync("/recount"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_round_that_is_called_off_leaves_the_last_full_one_standing()
    {
        await using var server = await LiveServer.Start();
        await server.Post(SentEvent.Accepted("c1"));
        await server.Service<RecountRounds>().Recount(default);
        var last = server.Service<RecountLedger>().Last;

        await Assert.ThrowsAsync<OperationCanceledException>(() => server.Service<RecountRounds>().Recount(new CancellationToken(canceled: true)));

        Assert.Equal((last, null), (server.Service<RecountLedger>().Last, server.Service<RecountLedger>().Running));
    }

    // As of a later hour than the window speaks of in this test, so that what the window says itself does not put it right.
    private static async Task Mislead(LiveServer server)
    {
        var version = (await server.Journal.ReadVersions(Some.Window)).Single().Version;
        await server.Service<IGrainFactory>().GetGrain<IDepartmentGrain>($"{Some.Window.Parent}")
            .Contribute(Some.Contribution($"{Some.Window}", version, accepted: 5, atMs: Some.NowMs + 3_600_000));
    }

    private static string Told(System.Text.Json.JsonElement recount) =>
        $$"""{"status":"{{recount.GetProperty("status").GetString()}}","windows":{{recount.GetProperty("windows")}},"events":{{recount.GetProperty("events")}},"cells":{{recount.GetProperty("cells")}},"differences":{{recount.GetProperty("differences")}}}""";

    private static void Tamper(LiveServer server, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={DataDirectory.JournalFileIn(server.Data)};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
