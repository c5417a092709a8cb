using System.Collections.Immutable;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using OpsBoard.Journal;
using OpsBoard.Silo.Journal;
using OpsBoard.Silo.Journal.Postgres;
using OpsBoard.Testing;
using OpsBoard.Web.Recount;
using OpsBoard.Web.Run;
using OpsBoard.Web.Tests.Intake;

namespace OpsBoard.Web.Tests.Run;

/// <summary>The whole product with its journal in a database of PostgreSQL.</summary>
public sealed class PostgresServerTests(PostgresCluster cluster)
{
    [Fact]
    public async Task What_was_sent_is_shown_recounted_and_there_again_after_a_restart()
    {
        var database = cluster.NewSchema();
        await using var server = await LiveServer.Start(adjust: services => services.Configure<JournalOptions>(options => options.Postgres = database));
        await server.Post(SentEvent.Accepted("c1"), SentEvent.Completed("c1"), SentEvent.Accepted("c2"));

        var shown = await server.Board("hainan", static board => Accepted(board) == 2);
        await server.Service<RecountRounds>().Recount(default);
        var health = await server.Get("/health/ready");
        await server.Restart();
        var again = await server.Post(SentEvent.Accepted("c2"));
        var afterwards = await server.Board("hainan", static board => Accepted(board) == 2);

        Assert.Equal((2, 2), (Accepted(shown), Accepted(afterwards)));
        Assert.Equal(("ready", "equal"), (health.GetProperty("status").GetString(), health.GetProperty("recount").GetProperty("status").GetString()));
        Assert.Equal(1, again.GetProperty("duplicate").GetInt32());
        Assert.False(File.Exists(Path.Combine(server.Data, "journal.db")));
    }

    [Fact]
    public async Task The_verb_recounts_it_beside_the_server_and_anew_without_it()
    {
        var database = cluster.NewSchema();
        await using var server = await LiveServer.Start(adjust: services => services.Configure<JournalOptions>(options => options.Postgres = database));
        await server.Post(SentEvent.Accepted("c1"), SentEvent.Completed("c1"));

        var beside = await OpsBoardProcess.RunWith(("Journal__Postgres", database), "recount", "--data", server.Data);
        await server.Pause();
        var anew = await OpsBoardProcess.RunWith(("Journal__Postgres", database), "recount", "--anew", "--data", server.Data);
        await server.Resume();

        Assert.Equal((0, "2 events recounted, 1 cells compared: equal."), (beside.ExitStatus, beside.Output.Trim()));
        Assert.Equal((0, true), (anew.ExitStatus, anew.Output.Contains("2 events counted anew.", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task While_the_database_is_away_senders_and_readers_are_told_to_come_again_and_afterwards_everything_goes_on_by_itself()
    {
        await using var own = new PostgresCluster();
        var database = own.NewSchema();
        await using var server = await LiveServer.Start(adjust: services => services.Configure<JournalOptions>(options => options.Postgres = database));
        await server.Post(SentEvent.Accepted("c1"));
        await server.Board("hainan", static board => Accepted(board) == 1);
        own.Kill();

        var (refused, unread) = (await Send(server), await server.Client.GetAsync("/api/v1/units/hainan/history?from=2026-11-01&to=2026-11-20"));
        var trouble = (await server.Get("/health/ready")).GetProperty("status").GetString();
        own.Start();
        var stored = await server.Post(SentEvent.Accepted("c2"));
        var board = await server.Board("hainan", static board => Accepted(board) == 2);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable), (refused.StatusCode, unread.StatusCode));
        Assert.NotNull(unread.Headers.RetryAfter);
        Assert.StartsWith("The journal's database takes nothing at present", trouble, StringComparison.Ordinal);
        Assert.Equal((1, 2), (stored.GetProperty("accepted").GetInt32(), Accepted(board)));
    }

    [Fact]
    public async Task A_start_on_a_figure_that_is_not_what_its_events_say_is_refused_with_its_name()
    {
        using var data = new TempDirectory();
        var database = cluster.NewSchema();
        await using (var journal = PostgresJournal.Open(database, new ConfigurationFiles(data.Path).ReadTerms(), new JournalOptions(), new Unheard(), TimeProvider.System, NullLogger<PostgresJournal>.Instance))
            await journal.Append([Some.Accepted("c1", atMs: TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds())]);
        await using (var connection = new NpgsqlConnection(database))
        {
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand("UPDATE cells SET accepted = 9", connection);
            await command.ExecuteNonQueryAsync();
        }

        var start = await OpsBoardProcess.RunWith(("Journal__Postgres", database), "run", "--open", "--port", "0", "--data", data.Path);

        Assert.Equal(2, start.ExitStatus);
        Assert.Contains("Accepted, stored 9, recounted 1", start.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Milestones_are_imported_into_it()
    {
        var database = cluster.NewSchema();
        await using var server = await LiveServer.Start(adjust: services => services.Configure<JournalOptions>(options => options.Postgres = database));
        await server.Pause();

        var imported = await OpsBoardProcess.RunWith(("Journal__Postgres", database), "import", Path.Combine(Corpora.Repository(), "docs", "examples", "milestones.csv"), "--milestones", "--data", server.Data);

        await server.Resume();
        Assert.Equal(("", 0), (imported.Errors, imported.ExitStatus));
        Assert.NotEmpty(await server.Service<IDeclarations>().ReadMilestones(null));
    }

    private static async Task<HttpResponseMessage> Send(LiveServer server)
    {
        using var body = new StringContent(JsonSerializer.Serialize(new[] { SentEvent.Accepted("c2") }), Encoding.UTF8, "application/cloudevents-batch+json");
        return await server.Client.PostAsync("/api/v1/events", body);
    }

    private static int Accepted(JsonElement board) => board.GetProperty("counts").GetProperty("accepted").GetInt32();

    private sealed class Unheard : ITouches
    {
        public void Touched(ImmutableArray<WindowChange> windows)
        {
        }
    }
}
