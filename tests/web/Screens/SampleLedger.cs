using OpsBoard.Supervision;
using OpsBoard.Testing;
using OpsBoard.Units;
using OpsBoard.Web.Board;
using OpsBoard.Web.Supervision;

namespace OpsBoard.Web.Screens;

/// <summary>A ledger in which more is behind than a wall lists, with titles that are longer than it has room for, and 8 problems, 2 solved and 2 handed up.</summary>
internal static class SampleLedger
{
    private static readonly UnitPath Hainan = UnitPath.Parse("hainan");

    private static readonly string[] Leads = ["hainan/haikou", "hainan/sanya", "hainan/baisha", "hainan/qiongzhong", "hainan/lingshui", "hainan/wenchang", "hainan/danzhou", "hainan/ledong"];

    private static readonly IReadOnlyList<TaskView> Entries =
    [
        .. Leads.Select(static (lead, place) => Entry($"zd-{place}", TaskKind.KeyWork, lead, place % 2 == 0 ? "乡村公共设施维护和管护责任落实到村到组到人" : "审批提速", $"2026-W{38 + place:00}", [TaskAct.Assigned, TaskAct.Started])),
        .. Enumerable.Range(1, 8).Select(static place => Entry(
            $"dd-{place}", TaskKind.Blockage, Leads[place - 1], "材料重复提交", "2026-W52", place <= 2 ? [TaskAct.Started, TaskAct.Closed] : place <= 4 ? [TaskAct.Started, TaskAct.HandedUp] : [TaskAct.Started])),
        Entry("zd-8", TaskKind.KeyWork, "hainan/haikou", "一件事一次办", "2026-W47", []),
    ];

    public static IEnumerable<KeyValuePair<string, Shown>> Of(UnitPath scope, long atMs) => LedgerRows.Of(
        LedgerReading.Of(scope, Entries.Where(view => view.Concerns(scope)), DateTimeOffset.FromUnixTimeMilliseconds(atMs), TaskStandards.Default), SampleRoster.Hainan);

    private static TaskView Entry(string id, TaskKind kind, string lead, string title, string due, TaskAct[] acts)
    {
        var task = new TaskId(Hainan, id);
        var plan = SomeTask.Plan(kind, due, lead) with { Title = title };
        var events = acts.Select((act, place) => Event(task, act, place + 1, TaskFacts.None, kind)).Prepend(Event(task, TaskAct.Registered, 0, new TaskFacts(plan), kind));
        return TaskLedger.Of(task, events.Select(static each => new TaskRecord(each, each.OccurredMs)));
    }

    private static TaskEvent Event(TaskId task, TaskAct act, int day, TaskFacts facts, TaskKind kind) =>
        new("urn:test", $"{task.Id}:{act}", task, act, kind.IsProblem(), Hainan, SomeTask.Ms("2026-03-02") + (day * 86_400_000L), facts);
}
