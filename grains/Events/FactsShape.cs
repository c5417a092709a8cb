namespace OpsBoard.Events;

/// <summary>What a member of <c>data</c> may be.</summary>
internal enum FactsShape
{
    /// <summary>1 to 128 bytes without control characters.</summary>
    Text,

    /// <summary>As <see cref="Text"/>, and refused when it is shaped like a citizen's number.</summary>
    SubjectId,

    /// <summary>A whole number within the member's range.</summary>
    Whole,
    Flag,
    Channel,

    /// <summary>RFC 3339 when it travels, unix milliseconds when it is stored.</summary>
    Instant,
}
