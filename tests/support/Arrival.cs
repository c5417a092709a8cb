using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Units;

namespace OpsBoard.Testing;

/// <summary>One event that comes upon those of its subject that are known, and the counting core as the journal drives it.</summary>
public sealed class Arrival
{
    private const long Hour = 3_600_000;
    private const string Subject = "s1";

    // The Monday before the long holiday of October 2026, at nine.
    private static readonly long Monday = BusinessDay.Of(new DateOnly(2026, 9, 28)).StartMs + (9 * Hour);

    private readonly SubjectKind _kind;
    private readonly LocalTerms _terms;
    private readonly Occurrence[] _known;
    private readonly Occurrence _added;
    private readonly SubjectEvents _events = new();
    private readonly MarkDifference _difference = new();
    private readonly Effect _before = new();
    private readonly Effect _after = new();
    private readonly TallyBuilder _cell = new();

    private Arrival(LocalTerms terms, params Occurrence[] events) =>
        (_kind, _terms, _known, _added) = (EventKinds.SubjectOf(events[^1].Kind), terms, events[..^1], events[^1]);

    public Tally Tally => _cell.ToTally();

    /// <summary>An event of the kind, with a history as long as is usual for it.</summary>
    public static Arrival Of(EventKind kind, LocalTerms terms) => kind switch
    {
        EventKind.TicketCalled => new Arrival(terms, Event(EventKind.TicketIssued), Event(kind, 1)),
        EventKind.CaseAccepted => new Arrival(terms, Accepted()),
        EventKind.CaseCompleted => new Arrival(
            terms,
            Accepted(),
            Event(EventKind.CaseSuspended, 24),
            Event(EventKind.CaseResumed, 11 * 24),
            Event(EventKind.CaseExtended, 14 * 24, new Facts { Days = 3 }),
            Event(kind, 15 * 24, new Facts { Outcome = "approved" })),
        EventKind.ReviewSubmitted => new Arrival(terms, Bad()),
        EventKind.ReviewRectified => new Arrival(terms, Bad(), Event(EventKind.ReviewContacted, 24), Event(kind, 48)),
        EventKind.HotlineClosed => new Arrival(terms, Event(EventKind.HotlineReceived), Event(EventKind.HotlineAnswered, 2), Event(kind, 24, new Facts { Stars = 4 })),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no arrival of this kind."),
    };

    /// <summary>Counts the event as if it came now; as often as it is called.</summary>
    public void Count()
    {
        _events.Clear();
        foreach (var occurrence in _known) _events.Add(occurrence);
        SubjectRules.Fold(_kind, Subject, _events.InOrder, _terms, _before);
        _events.Add(_added);
        SubjectRules.Fold(_kind, Subject, _events.InOrder, _terms, _after);
        _difference.Take(_before, _after);
        for (var i = 0; i < _difference.Marks.Count; i++) _cell.Add(_difference.Marks[i]);
    }

    private static Occurrence Accepted() => Event(EventKind.CaseAccepted, 0, new Facts { PromisedDays = 5, LegalDays = 20, Trips = 0, Item = "housing-loan" });

    private static Occurrence Bad() => Event(EventKind.ReviewSubmitted, 0, new Facts { Stars = 1 });

    private static Occurrence Event(EventKind kind, int hoursLater = 0, Facts? facts = null) =>
        new(kind, Monday + (hoursLater * Hour), "urn:test", $"{kind}", facts ?? Facts.None);
}
