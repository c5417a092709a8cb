namespace OpsBoard.Supervision;

/// <summary>What on the board can become an entry of the ledger. The words travel and are stored.</summary>
public enum TaskOriginKind : byte
{
    /// <summary>An overdue bad review; its id is the review's.</summary>
    Review = 0,

    /// <summary>The overdue cases of a unit together; no id.</summary>
    Cases = 1,

    /// <summary>A unit or a source of which nothing is heard; the id of a source is its name.</summary>
    Silence = 2,
}
