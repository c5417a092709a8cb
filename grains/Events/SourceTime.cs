namespace OpsBoard.Events;

/// <summary>When a source says that something happened, by its own clock.</summary>
/// <param name="OccurredMs">Unix milliseconds.</param>
public readonly record struct SourceTime(string Source, long OccurredMs);
