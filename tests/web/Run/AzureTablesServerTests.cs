using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using OpsBoard.Journal;
using OpsBoard.Silo.Journal;
using OpsBoard.Testing;
using OpsBoard.Web.Recount;
using OpsBoard.Web.Tests.Intake;

namespace OpsBoard.Web.Tests.Run;

/// <summary>The whole product with its journal in a table of Azure Table storage; in builds that have it.</summary>
public sealed class AzureTablesServerTests(AzuriteServer azurite)
{
    [Fact]
    public async Task What_was_sent_is_shown_recounted_and_there_again_after_a_restart()
    {
        await using var server = await Start(azurite, azurite.NewTable());
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
    public async Task An_event_that_is_sent_to_two_servers_counts_once_on_the_boards_of_both()
    {
        var table = azurite.NewTable();
        await using var one = await Start(azurite, table);
        await using var other = await Start(azurite, table);

        var first = await one.Post(SentEvent.Accepted("c1"), SentEvent.Accepted("c2"));
        var second = await other.Post(SentEvent.Accepted("c2"), SentEvent.Accepted("c3"));
        var boards = await Task.WhenAll(one.Board("hainan", static board => Accepted(board) == 3), other.Board("hainan", static board => Accepted(board) == 3));

        Assert.Equal((2, 1, 1), (first.GetProperty("accepted").GetInt32(), second.GetProperty("accepted").GetInt32(), second.GetProperty("duplicate").GetInt32()));
        Assert.Equal(boards[0].GetProperty("journalVersion").GetInt64(), boards[1].GetProperty("journalVersion").GetInt64());
    }

    [Fact]
    public async Task The_verb_recounts_from_the_log_beside_the_server_and_anew_without_it()
    {
        var table = azurite.NewTable();
        await using var server = await Start(azurite, table);
        await server.Post(SentEvent.Accepted("c1"), SentEvent.Completed("c1"));

        var beside = await Verb(table, "recount", "--data", server.Data);
        await server.Pause();
        var anew = await Verb(table, "recount", "--anew", "--data", server.Data);
        var copied = await Verb(table, "backup", "/nowhere/backup", "--data", server.Data);
        await server.Resume();

        Assert.Equal((0, "2 events recounted, 1 cells compared: equal."), (beside.ExitStatus, beside.Output.Trim()));
        Assert.Equal((0, true), (anew.ExitStatus, anew.Output.Contains("2 events counted anew.", StringComparison.Ordinal)));
        Assert.Equal((2, true), (copied.ExitStatus, copied.Errors.Contains("the journal is in Azure tables", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task While_the_service_is_away_senders_are_told_to_come_again_readers_are_served_and_afterwards_everything_goes_on_by_itself()
    {
        await using var own = new AzuriteServer();
        await using var server = await Start(own, own.NewTable());
        await server.Post(SentEvent.Accepted("c1"));
        await server.Board("hainan", static board => Accepted(board) == 1);
        own.Stop();

        var (refused, read) = (await Send(server), await server.Client.GetAsync("/api/v1/units/hainan/history?from=2026-11-01&to=2026-11-20"));
        var trouble = (await server.Get("/health/ready")).GetProperty("status").GetString();
        own.Start();
        var stored = await server.Post(SentEvent.Accepted("c2"));
        var board = await server.Board("hainan", static board => Accepted(board) == 2);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK), (refused.StatusCode, read.StatusCode));
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.StartsWith("The journal's table cannot be used at present", trouble, StringComparison.Ordinal);
        Assert.Equal((1, 2), (stored.GetProperty("accepted").GetInt32(), Accepted(board)));
    }

    private static Task<LiveServer> Start(AzuriteServer azurite, string table) =>
        LiveServer.Start(adjust: services => services.Configure<JournalOptions>(options => (options.AzureTables, options.AzureTableName) = (azurite.ConnectionString, table)));

    private Task<(int ExitStatus, string Output, string Errors)> Verb(string table, params string[] arguments) =>
        OpsBoardProcess.RunWith([("Journal__AzureTables", azurite.ConnectionString), ("Journal__AzureTableName", table)], arguments);

    private static async Task<HttpResponseMessage> Send(LiveServer server)
    {
        using var body = new StringContent(JsonSerializer.Serialize(new[] { SentEvent.Accepted("c2") }), Encoding.UTF8, "application/cloudevents-batch+json");
        return await server.Client.PostAsync("/api/v1/events", body);
    }

    private static int Accepted(JsonElement board) => board.GetProperty("counts").GetProperty("accepted").GetInt32();
}
