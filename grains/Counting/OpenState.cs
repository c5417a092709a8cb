namespace OpsBoard.Counting;

/// <summary>How an open subject stands. The numbers are stored in the journal, so they are never changed nor used again.</summary>
public enum OpenState : byte
{
    None = 0,
    /// <summary>A paused window, or a case whose clock stands still (中止).</summary>
    Paused = 1,
    /// <summary>A bad review whose author was contacted; it waits for its rectification.</summary>
    Contacted = 2,
}
