using OpsBoard.Events;

namespace OpsBoard.Counting;

/// <summary>A subject that still waits for something: what gauges are made of.</summary>
/// <param name="SinceMs">When it began: the ticket's issue, the case's acceptance, the bad review, the window's opening or pause.</param>
/// <param name="DueMs">When it is overdue, in unix milliseconds; null without a limit.</param>
/// <param name="Paused">For an opening: the window is paused.</param>
public readonly record struct OpenSubject(SubjectKind Kind, string Id, long SinceMs, long? DueMs = null, bool Paused = false);
