namespace OpsBoard.Journal;

/// <summary>An event that contradicts what is stored. It was not stored, and what it contradicts stays.</summary>
/// <param name="Times">How often it was sent.</param>
/// <param name="FirstMs">When it was first sent, in unix milliseconds.</param>
/// <param name="LastMs">When it was last sent, in unix milliseconds.</param>
public sealed record SourceConflict(string EventId, ConflictKind Kind, long Times, long FirstMs, long LastMs);
