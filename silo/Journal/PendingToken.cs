using OpsBoard.Journal;

namespace OpsBoard.Silo.Journal;

/// <summary>A token on its way to a commit, and the instant before which older ones may go.</summary>
internal readonly record struct PendingToken(BoardToken Token, long KeepFromMs);
