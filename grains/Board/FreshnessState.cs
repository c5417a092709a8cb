namespace OpsBoard.Board;

/// <summary>How old a unit's newest report is, against the age allowed.</summary>
public enum FreshnessState
{
    /// <summary>Within the limit.</summary>
    Live,
    /// <summary>Over the limit: its figures are stale.</summary>
    Late,
    /// <summary>Due, and unheard for so long that its figures are withheld.</summary>
    Silent,
    /// <summary>Due, and never heard of.</summary>
    Never,
    /// <summary>Not due now by its opening calendar, or only just: neither stale nor missing.</summary>
    Closed,
}
