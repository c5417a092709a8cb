using OpsBoard.Units;

namespace OpsBoard.Silo.Journal;

/// <summary>A window as the journal numbers it.</summary>
internal readonly record struct StoredWindow(long Id, UnitPath Path, long Version, long LastEventMs)
{
    /// <summary>Null when nothing of its life was heard.</summary>
    public long? HeardMs => LastEventMs > 0 ? LastEventMs : null;
}
