using System.Collections.Immutable;
using Npgsql;
using OpsBoard.Events;
using OpsBoard.Supervision;
using OpsBoard.Units;

namespace OpsBoard.Silo.Journal.Postgres;

/// <summary>Events of the ledger of supervision as rows.</summary>
internal static class TaskRows
{
    private const string Columns = "source, event_id, ledger, task, act, of_problem, said_by, occurred_ms, body";

    private static readonly string InProvince = ReadStatements.InScope.Replace("path", "ledger", StringComparison.Ordinal);

    /// <summary>What is known already stays as it was, the instant of its coming among it.</summary>
    public static Verdict Store(NpgsqlConnection connection, PendingTask pending, long receivedMs)
    {
        var act = pending.Event;
        var (ledger, body) = (act.Task.Ledger.ToString(), pending.Body);
        object?[] values = [act.Source, act.Id, ledger, act.Task.Id, (short)act.Act, act.OfProblem, act.By.ToString(), act.OccurredMs, body];
        // The whole row is compared and no hash of it: these are few.
        var isSame = (bool?)connection.Scalar(
            """
            SELECT ledger = $3 AND task = $4 AND act = $5 AND of_problem = $6 AND said_by = $7 AND occurred_ms = $8 AND body = $9
            FROM task_events WHERE source = $1 AND event_id = $2
            """,
            values);
        if (isSame is { } same) return same ? Verdict.Duplicate : Verdict.Conflict;
        // Nobody else writes until this transaction ends.
        if (pending.Version is { } version && version != (long)connection.Scalar("SELECT COUNT(*) FROM task_events WHERE ledger = $1 AND task = $2", ledger, act.Task.Id)!) return Verdict.Conflict;
        connection.Run($"INSERT INTO task_events ({Columns}, received_ms, origin) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::text)", [.. values, receivedMs, act.Facts.Plan?.Origin?.ToString()]);
        return Verdict.Accepted;
    }

    public static ImmutableArray<TaskRecord> Read(NpgsqlConnection connection, TaskId task) => Read(connection, "ledger = $1 AND task = $2", [task.Ledger.ToString(), task.Id]);

    public static ImmutableArray<TaskRecord> Read(NpgsqlConnection connection, UnitPath? province) => Read(connection, InProvince, ReadStatements.Scope(province));

    public static ImmutableArray<CountedTask> Counts(NpgsqlConnection connection) =>
    [
        .. connection.Rows(
            "SELECT ledger, task, COUNT(*) FROM task_events GROUP BY ledger, task",
            [],
            static row => new CountedTask(new TaskId(ReadStatements.PathAt(row, 0), row.GetString(1)), row.GetInt64(2))),
    ];

    public static ImmutableArray<OriginatedTask> Origins(NpgsqlConnection connection, UnitPath? province) =>
    [
        .. connection.Rows(
            $"SELECT DISTINCT origin, ledger, task FROM task_events WHERE origin IS NOT NULL AND {InProvince}",
            ReadStatements.Scope(province),
            static row => new OriginatedTask(TaskOrigin.Parse(row.GetString(0))!, new TaskId(ReadStatements.PathAt(row, 1), row.GetString(2)))),
    ];

    private static ImmutableArray<TaskRecord> Read(NpgsqlConnection connection, string condition, object?[] values) =>
        [.. connection.Rows($"SELECT {Columns}, received_ms FROM task_events WHERE {condition}", values, static row => new TaskRecord(EventAt(row), row.GetInt64(9)))];

    private static TaskEvent EventAt(NpgsqlDataReader row)
    {
        var act = (TaskAct)row.GetInt16(4);
        return new TaskEvent(
            row.GetString(0),
            row.GetString(1),
            new TaskId(ReadStatements.PathAt(row, 2), row.GetString(3)),
            act,
            row.GetBoolean(5),
            ReadStatements.PathAt(row, 6),
            row.GetInt64(7),
            TaskFactsJson.Read(row.GetFieldValue<byte[]>(8), act));
    }
}
