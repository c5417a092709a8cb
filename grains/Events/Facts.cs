namespace OpsBoard.Events;

/// <summary>
/// What an event says, after everything that is not on the list of its kind was dropped; a member that was not said is null.
/// The list is the protection of personal data: a ticket's name or identity number never gets further than the reader.
/// </summary>
public sealed record Facts
{
    public static readonly Facts None = new();

    public string? Ticket { get; init; }

    public string? Case { get; init; }

    public string? Review { get; init; }

    public string? Order { get; init; }

    public string? Item { get; init; }

    public Channel? Channel { get; init; }

    /// <summary>Trips that the citizen had to make, 0 to 99; 0 is a zero-trip case (零跑动).</summary>
    public int? Trips { get; init; }

    public bool? Comprehensive { get; init; }

    public bool? Instant { get; init; }

    /// <summary>Working days, 0 to 3650.</summary>
    public int? PromisedDays { get; init; }

    /// <summary>Working days, 0 to 3650.</summary>
    public int? LegalDays { get; init; }

    /// <summary>Unix milliseconds.</summary>
    public long? DueAtMs { get; init; }

    /// <summary>Working days by which a case is extended, 0 to 3650.</summary>
    public int? Days { get; init; }

    public string? Outcome { get; init; }

    /// <summary>1 (非常不满意) to 5 (非常满意).</summary>
    public int? Stars { get; init; }

    public bool? ByDefault { get; init; }

    public string? Reason { get; init; }

    public bool? ZeroTrip { get; init; }

    public bool? CrossProvince { get; init; }

    public bool? OneThing { get; init; }

    /// <summary>The id of the event of the same source that a correction replaces.</summary>
    public string? Target { get; init; }

    /// <summary>The highest revision of a target wins, whichever comes first.</summary>
    public long? Revision { get; init; }

    /// <summary>What the corrected event should have said; null takes the event out of all counts.</summary>
    public Facts? Data { get; init; }
}
