namespace OpsBoard.Journal;

/// <summary>What an event contradicts. The numbers are stored, so they are never changed nor used again.</summary>
public enum ConflictKind : byte
{
    /// <summary>An event of the same source and id, with other content.</summary>
    Content = 1,
    /// <summary>An event of another id, at the same place in the numbering of the source.</summary>
    Number = 2,
}
