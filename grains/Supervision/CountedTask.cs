namespace OpsBoard.Supervision;

/// <summary>How many events an entry has: rises with each, and never falls.</summary>
public readonly record struct CountedTask(TaskId Task, long Events);
