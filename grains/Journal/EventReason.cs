namespace OpsBoard.Journal;

/// <summary>Why an event stands to a number as it does.</summary>
public enum EventReason
{
    /// <summary>It is the event that decides that its subject counts.</summary>
    Decides,
    /// <summary>The same, by what its correction says.</summary>
    DecidesAsCorrected,
    /// <summary>It would no longer count, but that change of a sealed day waits for approval or was refused.</summary>
    ChangeLeftOut,
    /// <summary>A correction took it, or an event of its subject, out.</summary>
    TakenOut,
    /// <summary>It is a correction: what it says counts as its target.</summary>
    IsCorrection,
    /// <summary>Another event of its subject decides.</summary>
    AnotherDecides,
    /// <summary>Its day is sealed and the change waits for a second person's approval.</summary>
    Waits,
    /// <summary>Its day is sealed and the change was refused.</summary>
    Refused,
}
