namespace OpsBoard.Supervision.Notices;

/// <summary>What an event says of an attempt to send a notice: that it begins, or how it ended.</summary>
/// <param name="Number">From 1; each number of a notice is taken once, by whoever writes first.</param>
/// <param name="DueMs">When the notice fell due, in unix milliseconds.</param>
/// <param name="IsSent">Of an end: the receiver took it. Null of a beginning.</param>
[GenerateSerializer, Immutable, Alias("NoticeAttempt")]
public sealed record NoticeAttempt([property: Id(0)] NoticeKey Key, [property: Id(1)] int Number, [property: Id(2)] long DueMs, [property: Id(3)] bool? IsSent = null);
