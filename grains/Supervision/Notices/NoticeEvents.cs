using System.Globalization;

namespace OpsBoard.Supervision.Notices;

/// <summary>
/// The two events of an attempt. Their identity follows from entry, notice and number, and the journal takes an identity once: of two servers that would
/// begin the same attempt, one begins it.
/// </summary>
public static class NoticeEvents
{
    /// <summary>Followed by the ledger; no source may call itself so.</summary>
    public const string Source = "notices:";

    public static TaskEvent Begun(TaskView view, NoticeKey key, int number, long dueMs, long nowMs) =>
        Of(view, TaskAct.NoticeBegun, new NoticeAttempt(key, number, dueMs), null, nowMs);

    /// <param name="fault">One of <see cref="NoticeFaults"/>; null: the receiver took it.</param>
    public static TaskEvent Ended(TaskView view, NoticeAttempt begun, string? fault, long nowMs) =>
        Of(view, TaskAct.NoticeEnded, begun with { IsSent = fault is null }, fault, nowMs);

    private static TaskEvent Of(TaskView view, TaskAct act, NoticeAttempt attempt, string? fault, long nowMs) => new(
        $"{Source}{view.Task.Ledger}",
        string.Create(CultureInfo.InvariantCulture, $"{view.Task.Id}:{attempt.Key}:{attempt.Number}:{(act == TaskAct.NoticeBegun ? "begun" : "ended")}"),
        view.Task,
        act,
        view.Plan!.Kind.IsProblem(),
        view.Task.Ledger,
        nowMs,
        new TaskFacts(Note: fault, Notice: attempt));
}
