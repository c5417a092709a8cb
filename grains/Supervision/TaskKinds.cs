namespace OpsBoard.Supervision;

/// <summary>The words for kinds as they travel, and the two families: tasks, which are given, and problems, which are found.</summary>
public static class TaskKinds
{
    public const string Words = "inspection, challenge, keyWork, blockage, unresolved or rectification";

    public static IReadOnlyList<TaskKind> All { get; } = Enum.GetValues<TaskKind>();

    /// <summary>Problems are solved or handed up; nobody assigns them, and nobody asks for their closing.</summary>
    public static bool IsProblem(this TaskKind kind) => kind is TaskKind.Blockage or TaskKind.Unresolved;

    public static string WordOf(TaskKind kind) => kind switch
    {
        TaskKind.Inspection => "inspection",
        TaskKind.Challenge => "challenge",
        TaskKind.KeyWork => "keyWork",
        TaskKind.Blockage => "blockage",
        TaskKind.Unresolved => "unresolved",
        _ => "rectification",
    };

    public static TaskKind? Parse(string? word)
    {
        foreach (var kind in All)
        {
            if (WordOf(kind) == word) return kind;
        }

        return null;
    }
}
