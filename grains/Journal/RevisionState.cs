namespace OpsBoard.Journal;

/// <summary>What became of a change of a past day. The numbers are stored, so they are never changed nor used again.</summary>
public enum RevisionState : byte
{
    /// <summary>The day was open: the change is in its figures (更正).</summary>
    Entered = 1,
    /// <summary>The day is sealed: the change waits for a second person's approval and is not in the figures.</summary>
    Waiting = 2,
    /// <summary>Approved: the change is in the figures.</summary>
    Approved = 3,
    /// <summary>Refused: the change stays out of the figures, and the event stays in the journal.</summary>
    Refused = 4,
    /// <summary>A later change of the same subject and day took its place: that one says the whole difference from what is in the figures.</summary>
    Superseded = 5,
}
