namespace OpsBoard.Events;

/// <summary>What became of one item of a request.</summary>
public enum Verdict : byte
{
    /// <summary>New, and durable.</summary>
    Accepted,

    /// <summary>Known already with the same content: a success.</summary>
    Duplicate,

    /// <summary>Known already with other content: the first one stays.</summary>
    Conflict,

    /// <summary>Not stored; the reason says why, and a retry of the same bytes will not help.</summary>
    Rejected,
}
