using OpsBoard.Counting;
using OpsBoard.Events;

namespace OpsBoard.Journal;

/// <summary>What a transaction made of a subject that waits for something.</summary>
/// <param name="Now">As it waits now; null when it waits for nothing any more.</param>
[GenerateSerializer, Immutable, Alias("OpenChange")]
public readonly record struct OpenChange([property: Id(0)] SubjectKind Kind, [property: Id(1)] string Id, [property: Id(2)] OpenSubject? Now);
