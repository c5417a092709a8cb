namespace OpsBoard.LoadTest;

/// <summary>The data of an event. What is null is not written.</summary>
internal sealed record EventData
{
    public static EventData None { get; } = new();

    public string? Ticket { get; init; }
    public string? Case { get; init; }
    public string? Item { get; init; }
    public string? Channel { get; init; }

    /// <summary>How often the citizen had to come; 0 is a zero-trip case.</summary>
    public int? Trips { get; init; }
    public bool? Comprehensive { get; init; }
    public bool? Instant { get; init; }

    /// <summary>In working days, the day of acceptance not counted.</summary>
    public int? PromisedDays { get; init; }

    /// <summary>In working days, the day of acceptance not counted.</summary>
    public int? LegalDays { get; init; }
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>By how many working days a case is extended.</summary>
    public int? Days { get; init; }
    public string? Outcome { get; init; }
    public string? Review { get; init; }

    /// <summary>1 (very dissatisfied) to 5 (very satisfied).</summary>
    public int? Stars { get; init; }
    public bool? ByDefault { get; init; }
    public string? Order { get; init; }
    public string? Reason { get; init; }
    public bool? ZeroTrip { get; init; }
    public bool? CrossProvince { get; init; }
    public bool? OneThing { get; init; }
}
