namespace OpsBoard.Events;

/// <summary>Facts while they are being read, so that the record itself can stay immutable.</summary>
internal struct FactsDraft
{
    public string? Ticket;
    public string? Case;
    public string? Review;
    public string? Order;
    public string? Item;
    public Channel? Channel;
    public int? Trips;
    public bool? Comprehensive;
    public bool? Instant;
    public int? PromisedDays;
    public int? LegalDays;
    public long? DueAtMs;
    public int? Days;
    public string? Outcome;
    public int? Stars;
    public bool? ByDefault;
    public string? Reason;
    public bool? ZeroTrip;
    public bool? CrossProvince;
    public bool? OneThing;
    public string? Target;
    public long? Revision;
    public Facts? Data;

    public readonly Facts ToFacts() => new()
    {
        Ticket = Ticket,
        Case = Case,
        Review = Review,
        Order = Order,
        Item = Item,
        Channel = Channel,
        Trips = Trips,
        Comprehensive = Comprehensive,
        Instant = Instant,
        PromisedDays = PromisedDays,
        LegalDays = LegalDays,
        DueAtMs = DueAtMs,
        Days = Days,
        Outcome = Outcome,
        Stars = Stars,
        ByDefault = ByDefault,
        Reason = Reason,
        ZeroTrip = ZeroTrip,
        CrossProvince = CrossProvince,
        OneThing = OneThing,
        Target = Target,
        Revision = Revision,
        Data = Data,
    };
}
