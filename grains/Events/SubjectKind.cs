namespace OpsBoard.Events;

/// <summary>
/// What an event is about. All events of one subject are counted together, as a set.
/// The numbers are stored in the journal, so they are never changed nor used again.
/// </summary>
public enum SubjectKind : byte
{
    None = 0,
    Ticket = 1,
    Case = 2,
    Review = 3,
    /// <summary>The opening and closing of a window on one business day, which is the subject's id.</summary>
    Opening = 4,
    /// <summary>Proof of life: it counts nothing and only renews the freshness of its window.</summary>
    Heartbeat = 5,
    Order = 6,
    Item = 7,
    /// <summary>A correction is filed under the id of the event that it replaces.</summary>
    Correction = 8,
}
