using OpsBoard.Events;

namespace OpsBoard.Supervision;

/// <summary>What became of reading one event of the ledger: an event, or why it is none.</summary>
/// <param name="Id">As it was sent; null when it could not be read.</param>
public sealed record TaskReading(TaskEvent? Event, Rejection? Rejection, string? Id);
