using System.Collections.Immutable;
using System.Text;
using OpsBoard.Supervision;
using OpsBoard.Units;

namespace OpsBoard.Testing;

/// <summary>Valid entries of the ledger with defaults: a test names only what matters to it.</summary>
internal static class SomeTask
{
    public static readonly UnitPath County = UnitPath.Parse("hainan/jiyang");
    public static readonly UnitPath Lead = UnitPath.Parse("hainan/jiyang/housing");
    public static readonly UnitPath Support = UnitPath.Parse("hainan/jiyang/health");
    public static readonly TaskId Id = new(County, "zd-01");

    public const string Data =
        """{"task":"zd-01","kind":"keyWork","title":"重点项目","lead":"hainan/jiyang/housing","supports":["hainan/jiyang/health"],"officer":"科长（岗位）","goal":"项目开工","due":"2026-W50","standard":"有开工令"}""";

    public static TaskPlan Plan(
        TaskKind kind = TaskKind.KeyWork, string due = "2026-W50", string? lead = null, ImmutableArray<TaskStep> steps = default, TaskQuantity? quantity = null, TaskOrigin? origin = null) =>
        new(kind, "重点项目", lead is null ? Lead : UnitPath.Parse(lead), [Support], "科长（岗位）", "项目开工", Week(due), "有开工令", steps.IsDefault ? [] : steps, Quantity: quantity, Origin: origin);

    public static IsoWeek Week(string text) => IsoWeek.TryParse(text, out var week) ? week : throw new FormatException(text);

    /// <summary>Midnight of a day of the province, in unix milliseconds.</summary>
    public static long Ms(string day) => BusinessDay.TryParse(day, out var parsed) ? parsed.StartMs : throw new FormatException(day);

    /// <param name="by">Null: the unit that keeps the ledger.</param>
    public static TaskEvent Act(TaskAct act, string day, TaskFacts? facts = null, UnitPath? by = null, bool ofProblem = false, string? task = null, string? id = null) =>
        new("urn:test", id ?? $"{task ?? Id.Id}-{TaskActs.WordOf(act)}-{day}", task is null ? Id : new TaskId(County, task), act, ofProblem, by ?? County, Ms(day), facts ?? TaskFacts.None);

    public static TaskEvent Registered(TaskPlan? plan = null, string day = "2026-01-05", string? task = null) =>
        Act(TaskAct.Registered, day, new TaskFacts(plan ?? Plan()), ofProblem: (plan ?? Plan()).Kind.IsProblem(), task: task);

    public static TaskView View(params IEnumerable<TaskEvent> events) => TaskLedger.Of(Id, events.Select(static each => new TaskRecord(each, each.OccurredMs)));

    /// <summary>From its registration to its end.</summary>
    public static TaskEvent[] Whole() =>
    [
        Registered(),
        Act(TaskAct.Assigned, "2026-01-06"),
        Act(TaskAct.Started, "2026-01-07", by: Lead),
        Act(TaskAct.ClosureRequested, "2026-03-02", by: Lead),
        Act(TaskAct.Closed, "2026-03-05"),
    ];

    public static string Json(string type = "opsboard.task.registered", string data = Data, string id = "e1", string time = "2026-11-20T09:00:00+08:00", string subject = "hainan/jiyang") =>
        $$"""{"specversion":"1.0","id":"{{id}}","source":"urn:office","type":"{{type}}","subject":"{{subject}}","time":"{{time}}","data":{{data}}}""";

    public static TaskReading Read(string json) => TaskReader.Read(Encoding.UTF8.GetBytes(json), new ManualClock());
}
