using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using OpsBoard.Testing;
using OpsBoard.Web.Access;
using OpsBoard.Web.Access.Audit;
using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Tests.Backups;

public sealed class BackupUnderLoadTests
{
    private const int Batch = 50;
    private const int Before = 2_000;

    [Fact]
    public async Task A_backup_taken_under_load_holds_every_event_acknowledged_before_it_and_restores_elsewhere_to_an_equal_recount()
    {
        using var folder = new TempDirectory();
        var (data, backup, elsewhere) = (Path.Combine(folder.Path, "data"), Path.Combine(folder.Path, "backup"), Path.Combine(folder.Path, "elsewhere"));
        await using var server = await KillableServer.Start(data);
        var (acknowledged, end) = (new ConcurrentQueue<string>(), new CancellationTokenSource());
        var enough = new TaskCompletionSource();
        var sending = Send(server.Client, acknowledged, enough, end.Token);
        await enough.Task;
        var before = acknowledged.ToArray();

        var (made, said, why) = await OpsBoardProcess.Run("backup", backup, "--data", data);
        await end.CancelAsync();
        await sending;
        var (restored, _, fault) = await OpsBoardProcess.Run("restore", backup, "--data", elsewhere);
        var (equal, recount, _) = await OpsBoardProcess.Run("recount", "--data", elsewhere);

        Assert.Equal((0, 0, 0, "", ""), (made, restored, equal, why, fault));
        Assert.Contains("every number equal", said, StringComparison.Ordinal);
        Assert.Contains("equal", recount, StringComparison.Ordinal);
        var stored = Stored(elsewhere);
        Assert.Empty(before.Except(stored, StringComparer.Ordinal));
        Assert.Empty(stored.Except(acknowledged, StringComparer.Ordinal));
        Assert.Equal([(AuditActions.BackupTaken, backup)], Acts(data));
        Assert.Equal([(AuditActions.BackupRestored, backup)], Acts(elsewhere));
        end.Dispose();
    }

    private static async Task Send(HttpClient client, ConcurrentQueue<string> acknowledged, TaskCompletionSource enough, CancellationToken end)
    {
        for (var sent = 0; !end.IsCancellationRequested; sent += Batch)
        {
            var at = new DateTimeOffset(TimeProvider.System.GetUtcNow().UtcDateTime);
            var cases = Enumerable.Range(sent, Batch).ToList();
            using var body = new StringContent(JsonSerializer.Serialize(cases.Select(i => SentEvent.Accepted($"c{i}", window: $"hainan/c{i % 3}/d{i % 7}/w{i % 11}", at: at))), Encoding.UTF8, "application/cloudevents-batch+json");
            using var answer = await client.PostAsync("api/v1/events", body, CancellationToken.None);
            answer.EnsureSuccessStatusCode();
            cases.ForEach(i => acknowledged.Enqueue($"c{i}-accepted"));
            if (sent >= Before) enough.TrySetResult();
        }
    }

    private static IEnumerable<(string Action, string Target)> Acts(string data) =>
        new AuditTrail(new AccessDatabase(data), TimeProvider.System).Newest(9).Where(static entry => entry.Action.StartsWith("backup.", StringComparison.Ordinal)).Select(static entry => (entry.Action, entry.Target));

    private static HashSet<string> Stored(string data)
    {
        using var journal = new SqliteConnection($"Data Source={Path.Combine(data, "journal.db")};Mode=ReadOnly;Pooling=False");
        journal.Open();
        using var command = journal.CreateCommand();
        command.CommandText = "SELECT event_id FROM events";
        using var reader = command.ExecuteReader();
        HashSet<string> ids = new(StringComparer.Ordinal);
        while (reader.Read()) ids.Add(reader.GetString(0));
        return ids;
    }
}
