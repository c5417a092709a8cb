namespace OpsBoard.Supervision;

/// <summary>An event of an entry, and what became of it.</summary>
/// <param name="State">Of the entry after it.</param>
/// <param name="Rule">One of <see cref="OpsBoard.Events.Reasons"/>: the rule that keeps it from counting; null when it counts.</param>
public sealed record TaskTurn(TaskRecord Record, TaskState State, string? Rule);
