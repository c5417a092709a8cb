namespace OpsBoard.Supervision;

/// <summary>The words for acts as they travel: <c>opsboard.task.closureRequested</c>, <c>opsboard.problem.closed</c>, <c>opsboard.duty.done</c>.</summary>
public static class TaskActs
{
    private const string Prefix = "opsboard.";

    /// <summary>Those of entries that somebody may say; of notices the server alone knows.</summary>
    public static IReadOnlyList<TaskAct> All { get; } = [.. Enum.GetValues<TaskAct>().Where(static act => act <= TaskAct.HandedUp)];

    public static bool IsOfNotice(this TaskAct act) => act is TaskAct.NoticeBegun or TaskAct.NoticeEnded;

    public static string WordOf(TaskAct act) => char.ToLowerInvariant($"{act}"[0]) + $"{act}"[1..];

    public static string TypeOf(TaskAct act, bool ofProblem) => TypeOf(act, ofProblem ? TaskFamily.Problem : TaskFamily.Task);

    public static string TypeOf(TaskAct act, TaskFamily family) => $"{Prefix}{TaskFamilies.WordOf(family)}.{WordOf(act)}";

    /// <returns>Null when the word is none of an entry's acts.</returns>
    public static TaskAct? Parse(string? word) => Parse(word, All);

    /// <returns>Null when the text is none of the types.</returns>
    public static (TaskAct Act, TaskFamily Family)? ParseType(string? type)
    {
        foreach (var family in TaskFamilies.All)
        {
            var prefix = $"{Prefix}{TaskFamilies.WordOf(family)}.";
            if (type?.StartsWith(prefix, StringComparison.Ordinal) == true) return Parse(type[prefix.Length..], Of(family)) is { } act ? (act, family) : null;
        }

        return null;
    }

    // A problem is not given to anybody, and nobody asks for its closing.
    private static IEnumerable<TaskAct> Of(TaskFamily family) => family switch
    {
        TaskFamily.Task => All,
        TaskFamily.Problem => All.Where(static act => act is not (TaskAct.Assigned or TaskAct.ClosureRequested)),
        TaskFamily.Duty => [TaskAct.Done, TaskAct.Withdrawn],
        _ => [TaskAct.Published, TaskAct.Withdrawn],
    };

    private static TaskAct? Parse(string? word, IEnumerable<TaskAct> acts)
    {
        foreach (var act in acts)
        {
            if (WordOf(act) == word) return act;
        }

        return null;
    }
}
