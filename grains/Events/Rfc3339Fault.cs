namespace OpsBoard.Events;

/// <summary>Why a text is no time.</summary>
public enum Rfc3339Fault
{
    None,
    Invalid,

    /// <summary>Everything is there but the offset; without one, the server's own zone would decide the business day.</summary>
    WithoutOffset,
}
