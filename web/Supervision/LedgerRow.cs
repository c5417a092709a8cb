using System.Collections.Immutable;
using System.Globalization;
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

    private static readonly char[] Separators = [';', '；', '、'];

    private string Name => $"{Cell("ledger")}#{Cell("task")}";

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

    // Through the same reader as what the server is sent. What is no number goes on as text, so that the reader refuses it by name.
    private byte[] Json(TaskAct act)
    {
        using var buffer = new MemoryStream();
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        switch (act)
        {
            case TaskAct.Registered: WritePlan(json); break;
            case TaskAct.Progressed:
                Write(json, "value", Cell("value"));
                WriteText(json, "qualifier", Cell("qualifier"));
                break;
            case TaskAct.Explained:
                WriteText(json, "week", Cell("explainedTo"));
                WriteText(json, "note", Cell("explanation"));
                break;
        }

        json.WriteEndObject();
        json.Flush();
        return buffer.ToArray();
    }

    private void WritePlan(Utf8JsonWriter json)
    {
        foreach (var name in (ReadOnlySpan<string>)["title", "officer", "goal", "due", "standard", "document", "origin", "note"]) WriteText(json, name, Cell(name));
        WriteText(json, "kind", LedgerColumns.KindOf(Cell("kind")));
        var leads = Parts("lead");
        if (leads.Length == 1) WriteText(json, "lead", leads[0]);
        else if (leads.Length > 1) WriteTexts(json, "lead", leads);
        WriteTexts(json, "supports", Parts("supports"));
        WriteSteps(json);
        if (Cell("difficulty").Length > 0)
        {
            json.WriteStartObject("difficulty");
            // Neither rounded nor cut: a fourth decimal is refused.
            var isExact = decimal.TryParse(Cell("difficulty"), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value < 1000 && value * 1000 == Math.Truncate(value * 1000);
            if (isExact) json.WriteNumber("thousandths", (int)(value * 1000));
            else json.WriteString("thousandths", Cell("difficulty"));
            WriteText(json, "owner", Cell("difficultyOwner"));
            WriteText(json, "version", Cell("difficultyVersion"));
            json.WriteEndObject();
        }

        if (Cell("quantity").Length == 0) return;
        json.WriteStartObject("quantity");
        Write(json, "target", Cell("quantity"));
        json.WriteStartArray("byMonth");
        foreach (var number in Parts("byMonth")) WriteValue(json, number);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteSteps(Utf8JsonWriter json)
    {
        json.WriteStartArray("steps");
        foreach (var step in Parts("steps"))
        {
            var gap = step.IndexOf(' ', StringComparison.Ordinal);
            json.WriteStartObject();
            json.WriteString("week", gap < 0 ? step : step[..gap]);
            WriteText(json, "text", gap < 0 ? "" : step[(gap + 1)..].Trim());
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        if (text.Length > 0) json.WriteString(name, text);
    }

    private static void Write(Utf8JsonWriter json, string name, string text)
    {
        if (text.Length == 0) return;
        json.WritePropertyName(name);
        WriteValue(json, text);
    }

    private static void WriteValue(Utf8JsonWriter json, string text)
    {
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) json.WriteNumberValue(number);
        else json.WriteStringValue(text);
    }

    private string[] Parts(string column) => Cell(column).Split(column == "steps" ? [';'] : Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private string Cell(string column) => row.Text(column);
}
