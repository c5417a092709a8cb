namespace OpsBoard.Events;

/// <summary>How an attribute was written.</summary>
internal enum AttributeForm : byte
{
    /// <summary>Not there, or null, which CloudEvents takes for the same.</summary>
    Absent,
    Text,
    Number,

    /// <summary>Given twice, or as something that no attribute can be.</summary>
    Unclear,
}
