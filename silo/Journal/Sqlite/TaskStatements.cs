using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using OpsBoard.Events;
using OpsBoard.Supervision;
using OpsBoard.Units;

namespace OpsBoard.Silo.Journal.Sqlite;

/// <summary>Events of the ledger as rows. The statements that write are parsed once and used by the writer's thread alone.</summary>
internal sealed class TaskStatements(SqliteConnection writer) : IDisposable
{
    private const string Columns = "source, event_id, ledger, task, act, of_problem, said_by, occurred_ms, body";

    private static readonly string InProvince = ReadStatements.InScope.Replace("path", "ledger", StringComparison.Ordinal);

    private readonly Statement _insert = writer.Prepared(
        $"INSERT INTO task_events ({Columns}, received_ms, origin) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT DO NOTHING");

    // The whole row is compared and no hash of it: these are few.
    private readonly Statement _same = writer.Prepared(
        """
        SELECT ledger = $3 AND task = $4 AND act = $5 AND of_problem = $6 AND said_by = $7 AND occurred_ms = $8 AND body = $9
        FROM task_events WHERE source = $1 AND event_id = $2
        """);

    private readonly Statement _count = writer.Prepared("SELECT COUNT(*) FROM task_events WHERE ledger = $1 AND task = $2");

    /// <summary>What is known already stays as it was, the instant of its coming among it.</summary>
    public Verdict Store(PendingTask pending, long receivedMs)
    {
        var act = pending.Event;
        using (var known = Bound(_same, pending).ExecuteReader())
        {
            if (known.Read()) return known.GetBoolean(0) ? Verdict.Duplicate : Verdict.Conflict;
        }

        if (pending.Version is { } version && version != (long)_count.With(act.Task.Ledger.ToString(), act.Task.Id).ExecuteScalar()!) return Verdict.Conflict;
        var insert = Bound(_insert, pending);
        insert.Bind(10, receivedMs);
        insert.Bind(11, act.Facts.Plan?.Origin?.ToString());
        insert.ExecuteNonQuery();
        return Verdict.Accepted;
    }

    public static ImmutableArray<TaskRecord> Read(SqliteConnection connection, TaskId task)
    {
        using var command = connection.Prepared($"SELECT {Columns}, received_ms FROM task_events WHERE ledger = $1 AND task = $2").With(task.Ledger.ToString(), task.Id);
        return Read(command);
    }

    public static ImmutableArray<TaskRecord> Read(SqliteConnection connection, UnitPath? province)
    {
        using var command = connection.Prepared($"SELECT {Columns}, received_ms FROM task_events WHERE {InProvince}").ForScope(province);
        return Read(command);
    }

    public static ImmutableArray<CountedTask> Counts(SqliteConnection connection)
    {
        using var command = connection.Prepared("SELECT ledger, task, COUNT(*) FROM task_events GROUP BY ledger, task");
        using var reader = command.ExecuteReader();
        var counts = ImmutableArray.CreateBuilder<CountedTask>();
        while (reader.Read()) counts.Add(new CountedTask(new TaskId(UnitPath.Parse(reader.GetString(0)), reader.GetString(1)), reader.GetInt64(2)));
        return counts.ToImmutable();
    }

    public static ImmutableArray<OriginatedTask> Origins(SqliteConnection connection, UnitPath? province)
    {
        using var command = connection.Prepared($"SELECT DISTINCT origin, ledger, task FROM task_events WHERE origin IS NOT NULL AND {InProvince}").ForScope(province);
        using var reader = command.ExecuteReader();
        var tasks = ImmutableArray.CreateBuilder<OriginatedTask>();
        while (reader.Read()) tasks.Add(new OriginatedTask(TaskOrigin.Parse(reader.GetString(0))!, new TaskId(UnitPath.Parse(reader.GetString(1)), reader.GetString(2))));
        return tasks.ToImmutable();
    }

    public void Dispose()
    {
        _insert.Dispose();
        _same.Dispose();
        _count.Dispose();
    }

    private static Statement Bound(Statement statement, PendingTask pending)
    {
        var act = pending.Event;
        return statement.With(
            act.Source, act.Id, act.Task.Ledger.ToString(), act.Task.Id, (int)act.Act, act.OfProblem, act.By.ToString(), act.OccurredMs, pending.Body);
    }

    private static ImmutableArray<TaskRecord> Read(Statement command)
    {
        using var reader = command.ExecuteReader();
        var records = ImmutableArray.CreateBuilder<TaskRecord>();
        while (reader.Read()) records.Add(new TaskRecord(EventAt(reader), reader.GetInt64(9)));
        return records.ToImmutable();
    }

    private static TaskEvent EventAt(Rows reader)
    {
        var act = (TaskAct)reader.GetByte(4);
        return new TaskEvent(
            reader.GetString(0),
            reader.GetString(1),
            new TaskId(UnitPath.Parse(reader.GetString(2)), reader.GetString(3)),
            act,
            reader.GetBoolean(5),
            UnitPath.Parse(reader.GetString(6)),
            reader.GetInt64(7),
            TaskFactsJson.Read(reader.GetBlob(8), act));
    }
}
