namespace OpsBoard.Supervision;

/// <summary>The words for states as they travel.</summary>
public static class TaskStates
{
    /// <summary>Those of a registered entry, in the order in which it passes them.</summary>
    public static IReadOnlyList<TaskState> All { get; } = [.. Enum.GetValues<TaskState>().Where(static state => state != TaskState.Unregistered)];

    public static string WordOf(TaskState state) => char.ToLowerInvariant($"{state}"[0]) + $"{state}"[1..];

    public static TaskState? Parse(string? word)
    {
        foreach (var state in All)
        {
            if (WordOf(state) == word) return state;
        }

        return null;
    }

    /// <summary>False once nobody has to do anything about it here.</summary>
    public static bool IsOpen(this TaskState state) => state is not (TaskState.Unregistered or TaskState.Closed or TaskState.HandedUp);
}
