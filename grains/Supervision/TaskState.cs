namespace OpsBoard.Supervision;

/// <summary>How far an entry is. A problem goes from registered over progressing to closed or handed up.</summary>
public enum TaskState : byte
{
    /// <summary>Things are told of it, and nobody has registered it yet.</summary>
    Unregistered = 0,

    /// <summary>立项; 已申报</summary>
    Registered = 1,

    /// <summary>交办</summary>
    Assigned = 2,

    /// <summary>推进中</summary>
    Progressing = 3,

    /// <summary>申请销号</summary>
    ClosureRequested = 4,

    /// <summary>销号; 已完结</summary>
    Closed = 5,

    /// <summary>移交上级: what it is, and no solution.</summary>
    HandedUp = 6,
}
