namespace OpsBoard.Supervision;

/// <summary>What a ledger of supervision (督办台账) holds. The numbers are stored, so they are never changed nor used again.</summary>
public enum TaskKind : byte
{
    /// <summary>督办: what an inspection found.</summary>
    Inspection = 0,

    /// <summary>揭榜挂帅: a task that a unit took upon itself.</summary>
    Challenge = 1,

    /// <summary>重点工作: from the list of a year.</summary>
    KeyWork = 2,

    /// <summary>堵点: what holds citizens and companies up.</summary>
    Blockage = 3,

    /// <summary>办不成事: what could not be done elsewhere, brought to the window for it.</summary>
    Unresolved = 4,

    /// <summary>整改: what has to be put right.</summary>
    Rectification = 5,
}
