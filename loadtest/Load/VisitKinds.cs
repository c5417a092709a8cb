using System.Collections.Immutable;

namespace OpsBoard.LoadTest;

/// <summary>
/// What happens at windows under load. The mix is that of a province's day: most citizens draw a ticket, are served, get their case done and
/// rate it; some leave, some cases stop, are extended or taken back, some reviews are bad and are mended. Each visit of the mix ends, so that as
/// many subjects are open after an hour as after a minute.
/// </summary>
internal static class VisitKinds
{
    private const string Ticket = """{"ticket":"t#"}""";
    private const string Case = """{"case":"c#"}""";
    private const string Review = """{"review":"r#"}""";
    private const string Order = """{"order":"o#"}""";

    private static readonly VisitStep Issued = new("ticket.issued", """{"ticket":"t#","item":"housing-01"}""", BoardCount.Issued);
    private static readonly VisitStep Called = new("ticket.called", Ticket, BoardCount.Called);
    private static readonly VisitStep Started = new("service.started", Ticket);
    private static readonly VisitStep Ended = new("service.ended", """{"ticket":"t#","case":"c#"}""");
    private static readonly VisitStep Completed = new("case.completed", """{"case":"c#","outcome":"granted"}""", BoardCount.Completed);

    private static readonly VisitStep Accepted = new(
        "case.accepted",
        """{"case":"c#","item":"housing-01","channel":"window","trips":1,"comprehensive":true,"instant":false,"promisedDays":5,"legalDays":20}""",
        BoardCount.Accepted);

    private static readonly VisitStep AcceptedAtOnce = new("case.accepted", """{"case":"c#","item":"housing-02","channel":"window","trips":1,"comprehensive":true,"instant":true}""", BoardCount.Accepted);
    private static readonly VisitStep AcceptedOnline = new("case.accepted", """{"case":"c#","item":"housing-03","channel":"online","trips":0,"instant":false,"promisedDays":3,"legalDays":15}""", BoardCount.Accepted);

    private static readonly ImmutableArray<VisitStep> Usual = [Issued, Called, Started, Accepted, Ended, Completed, Stars(5)];
    private static readonly ImmutableArray<VisitStep> Unrated = [Issued, Called, Started, Accepted, Ended, Completed];
    private static readonly ImmutableArray<VisitStep> AtOnce = [Issued, Called, Started, AcceptedAtOnce, Completed, Ended, Stars(5)];
    private static readonly ImmutableArray<VisitStep> Online = [AcceptedOnline, Completed, Stars(4)];
    private static readonly ImmutableArray<VisitStep> Left = [Issued, new("ticket.abandoned", Ticket, BoardCount.Abandoned)];
    private static readonly ImmutableArray<VisitStep> Moved = [Issued, new("ticket.transferred", Ticket)];
    private static readonly ImmutableArray<VisitStep> Stopped = [Issued, Called, Accepted, new("case.suspended", Case), new("case.resumed", Case), Completed];
    private static readonly ImmutableArray<VisitStep> TakenBack = [Accepted, new("case.extended", """{"case":"c#","days":3}"""), new("case.withdrawn", Case, BoardCount.Withdrawn)];
    private static readonly ImmutableArray<VisitStep> Mended = [Issued, Called, Started, Accepted, Ended, Completed, Stars(2), new("review.contacted", """{"review":"r#","outcome":"verified"}"""), new("review.rectified", """{"review":"r#","outcome":"rectified"}"""), new("review.published", Review)];
    private static readonly ImmutableArray<VisitStep> Call = [new("hotline.received", Order), new("hotline.answered", Order), new("hotline.closed", """{"order":"o#","stars":5}""")];
    private static readonly ImmutableArray<VisitStep> Beat = [new("window.heartbeat", "{}")];

    /// <summary>The first visit of each window.</summary>
    public static ImmutableArray<VisitStep> Opening { get; } = [new("window.opened", "{}")];

    /// <summary>A case that is accepted, and with which nothing happens afterwards.</summary>
    public static ImmutableArray<VisitStep> OpenCase { get; } = [Accepted];

    /// <summary>Twenty visits, as often as they happen.</summary>
    public static ImmutableArray<ImmutableArray<VisitStep>> Mix { get; } =
    [
        Usual, AtOnce, Unrated, Beat, AtOnce, Usual, Online, Left, AtOnce, Usual, Mended, Beat, Unrated, AtOnce, Stopped, Online, Usual, TakenBack, Call, Moved,
    ];

    private static VisitStep Stars(int stars) => new("review.submitted", $$"""{"review":"r#","case":"c#","stars":{{stars}}}""", BoardCount.Reviews);
}
