namespace OpsBoard.Silo.Faults;

/// <param name="File">d for the database, w for its log, a for the list of acknowledgements.</param>
/// <param name="Offset">Of a write; of a truncation the new length.</param>
internal sealed record DiskCall(DiskOperation Operation, char File, long Offset, byte[] Data);
