using System.Globalization;
using System.Text.Json;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Supervision;
using OpsBoard.Units;
using OpsBoard.Web.Access;
using OpsBoard.Web.Access.Audit;

namespace OpsBoard.Web.Supervision;

/// <summary>Where people write into the ledger: what they may not say, what cannot follow and what they have not seen is not stored.</summary>
internal sealed class TaskDesk(IGrainFactory grains, ITaskLedger ledger, TaskAdmission admission, AuditTrail trail, TimeProvider clock)
{
    private static readonly Rejection Foreign = new(Reasons.NotYours, "Only the unit that keeps the ledger says this, or its lead unit what it did itself.");
    private static readonly Rejection ForeignUnit = new(Reasons.NotYours, "The unit is not within your scope.");
    private static readonly Rejection Unexplained = new(Reasons.MissingMember, "note is missing: a change of a plan says its reason.");
    private static readonly Rejection Unnamed = new(Reasons.InvalidMember, "task must be 1 to 64 lower-case ASCII letters, digits and inner hyphens, and ledger a unit path.");

    /// <returns>What became of it; a rejection where the grain was not even asked.</returns>
    /// <exception cref="JournalUnavailableException">It was not stored.</exception>
    public async Task<(TaskAnswer? Answer, Rejection? Rejection)> Register(Principal principal, TaskDraft draft)
    {
        if (!TaskId.TryParse($"{draft["ledger"]}#{draft["task"]}", out var task)) return (null, Unnamed);
        return await Act(principal, task, TaskAct.Registered, draft.ToJson(), version: 0, plan: null);
    }

    /// <param name="fields">Of the form: what the act says.</param>
    /// <param name="version">Of the entry that was seen.</param>
    /// <inheritdoc cref="Register"/>
    public async Task<(TaskAnswer? Answer, Rejection? Rejection)> Act(Principal principal, TaskId task, TaskAct act, IFormCollection fields, long version)
    {
        var seen = TaskLedger.Of(task, await ledger.ReadTask(task));
        return seen.Plan is null ? (null, Foreign) : await Act(principal, task, act, Json(fields), version, seen.Plan);
    }

    /// <summary>Tells of a duty or a survey, in the name of the unit that it is of.</summary>
    /// <returns>Null when it is stored.</returns>
    /// <exception cref="JournalUnavailableException">It was not stored.</exception>
    public async Task<Rejection?> Tell(Principal principal, FactDraft draft, TaskAct act)
    {
        var now = clock.GetUtcNow();
        var (told, rejection) = draft.Read(act, "desk", Guid.CreateVersion7(now).ToString("N"), now.ToUnixTimeMilliseconds(), BusinessDay.Of(now));
        if (told is null) return rejection;
        if (!principal.Reaches(told.Task.Ledger)) return ForeignUnit;
        if (admission.RefusalOf(told) is { } refusal) return refusal;
        await ledger.AppendTasks([told]);
        trail.Note(principal.Id, AuditActions.TaskActed, $"task:{told.Task}", $"{TaskActs.WordOf(act)} {told.Facts.Evidence!.Day} in the name of {told.By}");
        return null;
    }

    /// <param name="draft">All of the plan as it shall be, and in its note the reason.</param>
    /// <param name="version">Of the entry that was seen.</param>
    /// <inheritdoc cref="Register"/>
    public async Task<(TaskAnswer? Answer, Rejection? Rejection)> Amend(Principal principal, TaskId task, TaskDraft draft, long version)
    {
        var seen = TaskLedger.Of(task, await ledger.ReadTask(task));
        if (seen.Plan is null) return (null, Foreign);
        return draft["note"].Length == 0 ? (null, Unexplained) : await Act(principal, task, TaskAct.Amended, draft.ToJson(), version, seen.Plan);
    }

    private async Task<(TaskAnswer? Answer, Rejection? Rejection)> Act(Principal principal, TaskId task, TaskAct act, byte[] data, long version, TaskPlan? plan)
    {
        if (TaskAuthor.Of(principal, task, plan, act) is not { } by) return (null, Foreign);
        var (facts, rejection) = TaskFactsJson.TryRead(data, act);
        if (rejection is not null) return (null, rejection);
        var ofProblem = (facts!.Plan ?? plan)!.Kind.IsProblem();
        var told = new TaskEvent("desk", Guid.CreateVersion7(clock.GetUtcNow()).ToString("N"), task, act, ofProblem, by, clock.GetUtcNow().ToUnixTimeMilliseconds(), facts);
        if (admission.RefusalOf(told) is { } unknown) return (null, unknown);
        var answer = await grains.GetGrain<ITaskGrain>(task.ToString()).Act(told, version);
        if (answer.Verdict == Verdict.Accepted) trail.Note(principal.Id, AuditActions.TaskActed, $"task:{task}", $"{TaskActs.WordOf(act)} in the name of {by}");
        return (answer, null);
    }

    private static byte[] Json(IFormCollection fields)
    {
        using var buffer = new MemoryStream();
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        foreach (var name in (ReadOnlySpan<string>)["note", "week", "qualifier"])
        {
            if (fields[name].ToString().Trim() is { Length: > 0 } text) json.WriteString(name, text);
        }

        foreach (var name in (ReadOnlySpan<string>)["step", "value"])
        {
            if (fields[name].ToString().Trim() is not { Length: > 0 } text) continue;
            if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) json.WriteNumber(name, number);
            else json.WriteString(name, text);
        }

        json.WriteEndObject();
        json.Flush();
        return buffer.ToArray();
    }
}
