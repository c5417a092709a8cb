using System.Collections.Immutable;
using System.Text.Json;
using OpsBoard.Events;
using OpsBoard.Supervision;
using OpsBoard.Units;
using OpsBoard.Web.Import;

namespace OpsBoard.Web.Supervision;

/// <summary>
/// Makes the events of an entry out of a row of a table: those of its days, in the order in which an entry goes. Their ids follow from the entry, so a
/// row that is imported again is known already.
/// </summary>
internal sealed class LedgerRow(CsvRow row, BusinessDay today)
{
    private static readonly (string Column, TaskAct Act)[] Days =
    [
        ("registeredOn", TaskAct.Registered), ("assignedOn", TaskAct.Assigned), ("startedOn", TaskAct.Started), ("valueOn", TaskAct.Progressed), ("explainedOn", TaskAct.Explained),
        ("requestedOn", TaskAct.ClosureRequested), ("closedOn", TaskAct.Closed), ("handedUpOn", TaskAct.HandedUp),
    ];

    private static readonly Rejection Unnamed = new(Reasons.MissingMember, "ledger and task are missing or wrong: a unit path, and 1 to 64 lower-case ASCII letters, digits and inner hyphens.");

    public int Line => row.Line;

    /// <summary>The entry as far as the row names one.</summary>
    public string Name => $"{Cell("ledger")}#{Cell("task")}";

    /// <returns>The events, or the first thing that is wrong with the row.</returns>
    public (ImmutableArray<TaskEvent> Events, Rejection? Rejection) Read()
    {
        if (!TaskId.TryParse(Name, out var task)) return ([], Unnamed);
        var events = ImmutableArray.CreateBuilder<TaskEvent>();
        var ofProblem = TaskKinds.Parse(LedgerColumns.KindOf(Cell("kind")))?.IsProblem() ?? false;
        foreach (var (column, act) in Days)
        {
            var text = Cell(column);
            if (text.Length == 0 && act != TaskAct.Registered) continue;
            if (!BusinessDay.TryParse(text, out var day)) return ([], new Rejection(Reasons.MissingMember, $"{column} must be a date such as 2026-03-31."));
            if (day > today || day.StartMs < Rfc3339.EarliestMs) return ([], new Rejection(Reasons.TimeOutOfRange, $"{column} lies in the future or before 1992."));
            var (facts, rejection) = TaskFactsJson.TryRead(Json(act), act);
            if (rejection is not null) return ([], rejection);
            events.Add(new TaskEvent($"import:{task.Ledger}", $"{task.Id}:{TaskActs.WordOf(act)}", task, act, ofProblem, task.Ledger, day.StartMs, facts!));
        }

        return (events.ToImmutable(), RefusalOf(task, events));
    }

    private static Rejection? RefusalOf(TaskId task, IEnumerable<TaskEvent> events) => TaskLedger.Of(task, events.Select(static each => new TaskRecord(each, 0))).Turns
        .Where(static turn => turn.Rule is not null)
        .Select(static turn => new Rejection(turn.Rule!, $"{TaskActs.WordOf(turn.Record.Event.Act)} cannot follow: a task is registered, assigned, started, asked to be closed and closed, a problem registered, started and closed, in days that follow one another."))
        .FirstOrDefault();

    private byte[] Json(TaskAct act)
    {
        if (act == TaskAct.Registered) return PlanFields.Json(Cell);
        using var buffer = new MemoryStream();
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        switch (act)
        {
            case TaskAct.Progressed:
                PlanFields.WriteNumber(json, "value", Cell("value"));
                PlanFields.WriteText(json, "qualifier", Cell("qualifier"));
                break;
            case TaskAct.Explained:
                PlanFields.WriteText(json, "week", Cell("explainedTo"));
                PlanFields.WriteText(json, "note", Cell("explanation"));
                break;
        }

        json.WriteEndObject();
        json.Flush();
        return buffer.ToArray();
    }

    private string Cell(string column) => row.Text(column);
}
