using OpsBoard.Events;

namespace OpsBoard.Silo.Journal;

/// <summary>An event as a replay remembers it: which subject it concerns, and since which version of its window.</summary>
/// <param name="Kind">Of the subject; of a correction, that of the event that it corrects.</param>
/// <param name="OccurredMs">When it happened, in unix milliseconds; of a correction, when what it corrects happened.</param>
/// <param name="Target">Of a correction: the id of the event that it corrects, and since which version that event is there.</param>
internal readonly record struct Touch(long Version, SubjectKind Kind, string Subject, long OccurredMs, (string Id, long Version)? Target = null);
