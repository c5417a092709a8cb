using OpsBoard.Events;

namespace OpsBoard.Counting;

/// <summary>A subject that still waits for something: what gauges are made of. All instants in unix milliseconds.</summary>
/// <param name="SinceMs">When it began: the ticket's issue, the case's acceptance, the bad review, the order's receipt, the window's opening or pause.</param>
/// <param name="DueMs">When it is overdue; null without a limit, or while the clock stands still.</param>
/// <param name="SoonMs">From when on it is due soon; null as <paramref name="DueMs"/>.</param>
/// <param name="LegalDueMs">When a case is beyond its legal days; null without such a limit, or while the clock stands still.</param>
[GenerateSerializer, Immutable, Alias("OpenSubject")]
public readonly record struct OpenSubject(
    [property: Id(0)] SubjectKind Kind,
    [property: Id(1)] string Id,
    [property: Id(2)] long SinceMs,
    [property: Id(3)] long? DueMs = null,
    [property: Id(4)] OpenState State = OpenState.None,
    [property: Id(5)] long? SoonMs = null,
    [property: Id(6)] long? LegalDueMs = null);
