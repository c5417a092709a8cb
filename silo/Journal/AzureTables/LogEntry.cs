namespace OpsBoard.Silo.Journal.AzureTables;

/// <summary>One entry of the log, as it lies in the table.</summary>
/// <param name="Sequence">From 1 on, without a gap.</param>
/// <param name="Id">Chosen by whoever wrote it, so that he knows it again where he got no answer.</param>
/// <param name="Content">What <see cref="LogFormat"/> wrote.</param>
internal sealed record LogEntry(long Sequence, Guid Id, byte[] Content);
