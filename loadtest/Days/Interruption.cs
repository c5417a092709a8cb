namespace OpsBoard.LoadTest;

/// <summary>A stretch in which a window serves nobody. Without a reason it is a cut line: no event tells of it.</summary>
internal sealed record Interruption(long Milliseconds, string? Reason);
