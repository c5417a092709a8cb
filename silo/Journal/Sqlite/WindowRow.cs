using OpsBoard.Counting;
using OpsBoard.Units;

namespace OpsBoard.Silo.Journal.Sqlite;

/// <summary>A window as the running transaction leaves it.</summary>
internal sealed class WindowRow(long id, UnitPath path, long version, long lastEventMs, bool hasCorrections)
{
    public long Id => id;

    public UnitPath Path => path;

    public long Version { get; private set; } = version;

    public long LastEventMs { get; private set; } = lastEventMs;

    /// <summary>Most windows never see one; so most events need not be asked for theirs.</summary>
    public bool HasCorrections { get; set; } = hasCorrections;

    public bool IsTouched { get; private set; }

    /// <summary>The cells that the transaction changes, by business day.</summary>
    public Dictionary<BusinessDay, TallyBuilder> Cells { get; } = [];

    /// <summary>The first event of a transaction raises the version; all events of the transaction share it.</summary>
    public void Touch(long occurredMs)
    {
        if (!IsTouched) Version++;
        IsTouched = true;
        LastEventMs = Math.Max(LastEventMs, occurredMs);
    }
}
