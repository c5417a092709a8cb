namespace OpsBoard.Supervision;

/// <summary>The words for acts as they travel: <c>opsboard.task.closureRequested</c>, <c>opsboard.problem.closed</c>.</summary>
public static class TaskActs
{
    private const string TaskPrefix = "opsboard.task.";
    private const string ProblemPrefix = "opsboard.problem.";

    public static IReadOnlyList<TaskAct> All { get; } = Enum.GetValues<TaskAct>();

    public static string WordOf(TaskAct act) => char.ToLowerInvariant($"{act}"[0]) + $"{act}"[1..];

    public static string TypeOf(TaskAct act, bool ofProblem) => (ofProblem ? ProblemPrefix : TaskPrefix) + WordOf(act);

    public static TaskAct? Parse(string? word)
    {
        foreach (var act in All)
        {
            if (WordOf(act) == word) return act;
        }

        return null;
    }

    /// <returns>Null when the text is none of the types.</returns>
    public static (TaskAct Act, bool OfProblem)? ParseType(string? type)
    {
        var ofProblem = type?.StartsWith(ProblemPrefix, StringComparison.Ordinal) == true;
        if (!ofProblem && type?.StartsWith(TaskPrefix, StringComparison.Ordinal) != true) return null;
        return Parse(type![(ofProblem ? ProblemPrefix : TaskPrefix).Length..]) is { } act && !(ofProblem && act is TaskAct.Assigned or TaskAct.ClosureRequested) ? (act, ofProblem) : null;
    }
}
