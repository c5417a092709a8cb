namespace OpsBoard.Silo.Faults;

/// <summary>As in faults.c.</summary>
internal enum DiskOperation
{
    None = 0,
    Write = 1,
    Sync = 2,
    Truncate = 3,
    Unlink = 4,
}
