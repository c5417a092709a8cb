namespace OpsBoard.Supervision;

/// <summary>An entry that says, or once said, what on the board it came from.</summary>
public sealed record OriginatedTask(TaskOrigin Origin, TaskId Task);
