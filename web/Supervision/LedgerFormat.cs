using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using OpsBoard.Events;
using OpsBoard.Indicators.Milestones;
using OpsBoard.Supervision;
using OpsBoard.Supervision.Notices;
using OpsBoard.Units;
using OpsBoard.Web.Board;

namespace OpsBoard.Web.Supervision;

/// <summary>The ledger as JSON, and as the rows of a table that can be read in again.</summary>
internal static class LedgerFormat
{
    /// <param name="noticesOf">The notices of an entry as they stand at the instant of the reading.</param>
    public static ReadOnlyMemory<byte> Write(LedgerReading reading, IReadOnlyList<LedgerTask> tasks, Func<TaskView, ImmutableArray<TaskNotice>> noticesOf) => JsonBody.Write(json =>
    {
        json.WriteString("scope", reading.Scope.ToString());
        json.WriteString("asOf", JsonBody.Stamp(reading.AsOf));
        WriteRates(json, "tasks", reading.RatesOf(problems: false));
        WriteRates(json, "problems", reading.RatesOf(problems: true));
        json.WriteNumber("count", tasks.Count);
        json.WriteStartArray("entries");
        foreach (var task in tasks) Write(json, task, noticesOf(task.View));
        json.WriteEndArray();
    });

    /// <summary>In the order of <see cref="LedgerColumns.All"/>.</summary>
    public static IEnumerable<string?> Cells(LedgerTask task)
    {
        var (view, texts) = (task.View, PlanFields.Of(task.Plan));
        var extension = Last(view, TaskAct.Explained);
        var progress = Last(view, TaskAct.Progressed);
        return
        [
            $"{task.Id.Ledger}", task.Id.Id, .. PlanFields.All.Select(name => texts[name] is { Length: > 0 } text ? text : null), NoteOf(view),
            Day(First(view, TaskAct.Registered)), Day(First(view, TaskAct.Assigned)), Day(First(view, TaskAct.Started)),
            Number(progress?.Facts.Amount?.Value), progress?.Facts.Amount is { } amount ? MilestoneQualifiers.WordOf(amount.Qualifier) : null, Day(progress),
            extension?.Facts.Week?.ToString(), extension?.Facts.Note, Day(extension),
            Day(Last(view, TaskAct.ClosureRequested)), Day(Last(view, TaskAct.Closed)), Day(Last(view, TaskAct.HandedUp)),
            TaskStates.WordOf(view.State), Word(task.Standing.Time), Word(task.Standing.Quantity), Word(task.Standing.Quality),
        ];
    }

    public static string Word(TaskMark mark) => JsonNamingPolicy.CamelCase.ConvertName($"{mark}");

    private static void WriteRates(Utf8JsonWriter json, string name, TaskRates rates)
    {
        json.WriteStartObject(name);
        json.WriteNumber("all", rates.All);
        json.WriteNumber("closed", rates.Closed);
        json.WriteNumber("handedUp", rates.HandedUp);
        json.WriteNumber("open", rates.Open);
        json.WriteNumber("withoutTransfers", rates.WithoutTransfers);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, LedgerTask task, ImmutableArray<TaskNotice> notices)
    {
        var view = task.View;
        json.WriteStartObject();
        json.WriteString("ledger", $"{task.Id.Ledger}");
        json.WriteString("task", task.Id.Id);
        json.WriteString("state", TaskStates.WordOf(view.State));
        json.WriteString("since", Rfc3339.Write(view.SinceMs));
        json.WriteNumber("version", view.Version);
        json.WriteStartObject("standing");
        json.WriteString("time", Word(task.Standing.Time));
        json.WriteString("quantity", Word(task.Standing.Quantity));
        json.WriteString("quality", Word(task.Standing.Quality));
        json.WriteEndObject();
        TaskFactsJson.WritePlan(json, task.Plan);
        if (view.ExplainedTo is { } week) json.WriteString("explainedTo", $"{week}");
        if (view.Amount is { } amount)
        {
            json.WriteStartObject("amount");
            TaskFactsJson.WriteAmount(json, amount);
            json.WriteEndObject();
        }

        json.WriteStartArray("reached");
        foreach (var place in view.Reached.Keys) json.WriteNumberValue(place);
        json.WriteEndArray();
        json.WriteStartArray("history");
        foreach (var turn in view.Turns) Write(json, turn);
        json.WriteEndArray();
        json.WriteStartArray("notices");
        foreach (var notice in notices) Write(json, notice);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, TaskTurn turn)
    {
        var act = turn.Record.Event;
        json.WriteStartObject();
        json.WriteString("act", TaskActs.WordOf(act.Act));
        json.WriteString("time", Rfc3339.Write(act.OccurredMs));
        json.WriteString("received", Rfc3339.Write(turn.Record.ReceivedMs));
        json.WriteString("by", $"{act.By}");
        json.WriteString("source", act.Source);
        json.WriteString("id", act.Id);
        json.WriteString("state", TaskStates.WordOf(turn.State));
        if (turn.Rule is { } rule) json.WriteString("rule", rule);
        if (act.Facts.Note is { } note) json.WriteString("note", note);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, TaskNotice notice)
    {
        json.WriteStartObject();
        json.WriteString("step", notice.Key.Step);
        json.WriteString("week", $"{notice.Key.Week}");
        if (notice.Days is { } days) json.WriteNumber("workingDays", days);
        if (notice.Unlisted is { } unit) json.WriteString("unit", $"{unit}");
        else json.WriteString("receiver", notice.Key.Receiver);
        json.WriteString("due", Rfc3339.Write(notice.DueMs));
        json.WriteString("standing", JsonNamingPolicy.CamelCase.ConvertName($"{notice.Standing}"));
        json.WriteNumber("attempts", notice.Attempts);
        if (notice.Standing == NoticeStanding.Sent) json.WriteString("sent", Rfc3339.Write(notice.EndedMs!.Value));
        if (notice.Standing == NoticeStanding.Sent) json.WriteBoolean("late", notice.IsLate);
        if (notice.NextMs is { } nextMs) json.WriteString("next", Rfc3339.Write(nextMs));
        if (notice.Standing != NoticeStanding.Sent && notice.Fault is { } fault) json.WriteString("fault", fault);
        json.WriteEndObject();
    }

    private static TaskEvent? First(TaskView view, TaskAct act) => Counting(view, act).FirstOrDefault();

    private static TaskEvent? Last(TaskView view, TaskAct act) => Counting(view, act).LastOrDefault();

    private static IEnumerable<TaskEvent> Counting(TaskView view, TaskAct act) =>
        view.Turns.Where(turn => turn.Rule is null && turn.Record.Event.Act == act).Select(static turn => turn.Record.Event);

    private static string? NoteOf(TaskView view) => First(view, TaskAct.Registered)?.Facts.Note;

    private static string? Day(TaskEvent? act) => act is null ? null : $"{BusinessDay.Of(act.OccurredMs)}";

    private static string? Number(long? number) => number?.ToString(CultureInfo.InvariantCulture);
}
