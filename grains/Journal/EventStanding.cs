namespace OpsBoard.Journal;

/// <summary>How an event stands to a number.</summary>
public enum EventStanding
{
    /// <summary>It counts (计入).</summary>
    Counted,
    /// <summary>It would count, and a correction took that away (被更正).</summary>
    Corrected,
    /// <summary>It belongs to a subject of the number and does not count itself (不计入).</summary>
    NotCounted,
}
