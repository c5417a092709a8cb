namespace OpsBoard.Supervision;

/// <summary>An event of the ledger as it is kept.</summary>
/// <param name="ReceivedMs">When it came, by the server's clock, in unix milliseconds.</param>
public sealed record TaskRecord(TaskEvent Event, long ReceivedMs);
