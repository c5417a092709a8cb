using System.Collections.Frozen;

namespace OpsBoard.Events;

/// <summary>The names under which event kinds travel: <c>opsboard.</c> and one of those in DESIGN's table, for instance <c>case.accepted</c>.</summary>
public static class EventKinds
{
    public const string TypePrefix = "opsboard.";

    private static readonly FrozenDictionary<EventKind, string> Names = new Dictionary<EventKind, string>
    {
        [EventKind.TicketIssued] = "ticket.issued",
        [EventKind.TicketCalled] = "ticket.called",
        [EventKind.TicketAbandoned] = "ticket.abandoned",
        [EventKind.TicketTransferred] = "ticket.transferred",
        [EventKind.ServiceStarted] = "service.started",
        [EventKind.ServiceEnded] = "service.ended",
        [EventKind.CaseAccepted] = "case.accepted",
        [EventKind.CaseSuspended] = "case.suspended",
        [EventKind.CaseResumed] = "case.resumed",
        [EventKind.CaseExtended] = "case.extended",
        [EventKind.CaseWithdrawn] = "case.withdrawn",
        [EventKind.CaseCompleted] = "case.completed",
        [EventKind.ReviewSubmitted] = "review.submitted",
        [EventKind.ReviewContacted] = "review.contacted",
        [EventKind.ReviewRectified] = "review.rectified",
        [EventKind.ReviewPublished] = "review.published",
        [EventKind.ReviewAppealed] = "review.appealed",
        [EventKind.WindowOpened] = "window.opened",
        [EventKind.WindowPaused] = "window.paused",
        [EventKind.WindowResumed] = "window.resumed",
        [EventKind.WindowClosed] = "window.closed",
        [EventKind.WindowHeartbeat] = "window.heartbeat",
        [EventKind.HotlineReceived] = "hotline.received",
        [EventKind.HotlineAnswered] = "hotline.answered",
        [EventKind.HotlineClosed] = "hotline.closed",
        [EventKind.ItemListed] = "item.listed",
        [EventKind.ItemDelisted] = "item.delisted",
        [EventKind.Correction] = "correction",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, EventKind> Kinds =
        Names.ToFrozenDictionary(static pair => TypePrefix + pair.Value, static pair => pair.Key, StringComparer.Ordinal);

    public static IEnumerable<EventKind> All => Names.Keys;

    public static string TypeOf(EventKind kind) => TypePrefix + Names[kind];

    /// <summary>False for any text that is not exactly a known type: upper case and a missing prefix are unknown too.</summary>
    public static bool TryParseType(string type, out EventKind kind) => Kinds.TryGetValue(type, out kind);

    public static SubjectKind SubjectOf(EventKind kind) => kind switch
    {
        EventKind.WindowHeartbeat => SubjectKind.Heartbeat,
        EventKind.Correction => SubjectKind.Correction,
        < EventKind.ServiceStarted => SubjectKind.Ticket,
        < EventKind.CaseAccepted => SubjectKind.Ticket,
        < EventKind.ReviewSubmitted => SubjectKind.Case,
        < EventKind.WindowOpened => SubjectKind.Review,
        < EventKind.HotlineReceived => SubjectKind.Opening,
        < EventKind.ItemListed => SubjectKind.Order,
        _ => SubjectKind.Item,
    };
}
