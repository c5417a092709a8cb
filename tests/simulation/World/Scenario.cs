using OpsBoard.Board;
using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Testing;
using OpsBoard.Units;

namespace OpsBoard.Simulation;

/// <summary>What happens in one run, drawn before it begins: where, on which day, and every event of every source.</summary>
internal sealed class Scenario
{
    private const long Second = 1_000;
    private const long Minute = 60 * Second;
    private const long Day = 1_440 * Minute;

    private static readonly Place[] Places =
    [
        new("hainan/haikou/housing/w01"),
        new("hainan/haikou/housing/w01", "hainan/haikou/housing/w02"),
        new("hainan/haikou/housing/w01", "hainan/haikou/civil/w01", "hainan/haikou/civil/w02"),
        new("hainan/haikou/housing/w01", "hainan/sanya/housing/w01", "hainan/sanya/health/w01"),
        new("hainan/haikou/housing/w01", "hainan/haikou/housing/w02", "hainan/haikou/civil/w01", "hainan/sanya/health/w01", "hainan/sanya/health/w02"),
    ];

    private static readonly Attendance Unregistered = new(Roster.Empty, new FreshnessLimits(), CountingTerms.Default);
    private static readonly Attendance Registered = new(Some.Offices(), new FreshnessLimits(), CountingTerms.Default);

    // An ordinary Friday, the days before and after a leap day, New Year's Eve.
    private static readonly BusinessDay[] Days = [.. new DateOnly[] { new(2026, 11, 20), new(2028, 2, 28), new(2028, 2, 29), new(2026, 12, 31) }.Select(BusinessDay.Of)];

    private readonly Dice _dice;
    private readonly Place _place;
    private readonly List<ServiceEvent> _events = [];
    private int _subjects;

    public Scenario(Dice dice)
    {
        _dice = dice;
        _place = dice.Of(Places);
        Attendance = dice.Chance(0.3) ? Registered : Unregistered;
        // Often so that the day turns on the way.
        StartMs = dice.Of(Days).StartMs + (dice.Chance(0.3) ? Day - dice.Between(1, 20_000) : (10 * 60 * Minute) + dice.Below(60_000));
        AheadMs = dice.Of(0L, 0L, 10 * Second, 4 * Minute);
        LongAgoMs = StartMs - (dice.Of(1, 50) * Day);
        LongAgo = dice.Chance(0.5) ? [.. _place.Windows.Select(window => Event(window, EventKind.WindowHeartbeat, $"live-{window}", LongAgoMs, Facts.None))] : [];
        for (var i = dice.Between(2, 14); i > 0; i--) Tell(dice.Of(_place.Windows));
        Correct();
        Contradict();
        EventsBySource = [.. _events.GroupBy(static fact => fact.Source).Select(static group => group.ToList())];
    }

    public UnitPath[] Windows => _place.Windows;

    public UnitPath[] Units => _place.Units;

    public Attendance Attendance { get; }

    public long StartMs { get; }

    public long AheadMs { get; }

    /// <summary>When the windows of this run went live.</summary>
    public long LongAgoMs { get; }

    public List<ServiceEvent> LongAgo { get; }

    public List<ServiceEvent>[] EventsBySource { get; }

    private void Tell(UnitPath window)
    {
        var id = $"{++_subjects}";
        var (atMs, source) = (AnyTime(), _dice.Of("urn:a", "urn:b", "urn:c"));
        switch (_dice.Below(6))
        {
            case 0 or 1:
                Ticket(window, source, id, atMs);
                break;
            case 2 or 3:
                Case(window, source, id, atMs);
                break;
            case 4:
                Review(window, source, id, atMs);
                break;
            default:
                Counter(window, source, id, atMs);
                break;
        }
    }

    private void Ticket(UnitPath window, string source, string id, long atMs)
    {
        var facts = new Facts { Ticket = $"t{id}" };
        Add(window, source, EventKind.TicketIssued, id, atMs, facts);
        if (_dice.Chance(0.2)) Add(window, source, _dice.Of(EventKind.TicketAbandoned, EventKind.TicketTransferred), id, atMs + Soon(), facts);
        if (_dice.Chance(0.8)) Add(window, source, EventKind.TicketCalled, id, atMs + Soon(), facts);
        if (_dice.Chance(0.3)) Add(window, source, EventKind.TicketCalled, $"{id}-again", atMs + Soon(), facts);
        if (_dice.Chance(0.5)) Add(window, source, EventKind.ServiceStarted, id, atMs + Soon(), facts);
        if (_dice.Chance(0.5)) Add(window, source, EventKind.ServiceEnded, id, atMs + Soon(), facts);
    }

    private void Case(UnitPath window, string source, string id, long atMs)
    {
        var facts = new Facts { Case = $"c{id}" };
        Add(window, source, EventKind.CaseAccepted, id, atMs, facts with { Trips = _dice.Below(2), PromisedDays = _dice.Of<int?>(null, 0, 3), LegalDays = _dice.Of<int?>(null, 5) });
        if (_dice.Chance(0.2)) Add(window, source, EventKind.CaseSuspended, id, atMs + Soon(), facts);
        if (_dice.Chance(0.2)) Add(window, source, EventKind.CaseResumed, id, atMs + Soon(), facts);
        if (_dice.Chance(0.5)) Add(window, source, EventKind.CaseCompleted, id, atMs + Soon(), facts);
        if (_dice.Chance(0.3)) Add(window, source, EventKind.CaseWithdrawn, id, atMs + Soon(), facts);
    }

    private void Review(UnitPath window, string source, string id, long atMs)
    {
        var facts = new Facts { Review = $"r{id}" };
        Add(window, source, EventKind.ReviewSubmitted, id, atMs, facts with { Stars = _dice.Between(1, 5), ByDefault = _dice.Chance(0.2) });
        if (_dice.Chance(0.5)) Add(window, source, EventKind.ReviewContacted, id, atMs + Soon(), facts);
        if (_dice.Chance(0.4)) Add(window, source, EventKind.ReviewRectified, id, atMs + Soon(), facts);
        if (_dice.Chance(0.2)) Add(window, source, EventKind.ReviewAppealed, id, atMs + Soon(), facts with { Outcome = "upheld" });
    }

    private void Counter(UnitPath window, string source, string id, long atMs)
    {
        Add(window, source, _dice.Of(EventKind.WindowHeartbeat, EventKind.WindowOpened, EventKind.WindowClosed, EventKind.WindowPaused), id, atMs, Facts.None);
        var order = new Facts { Order = $"o{id}" };
        if (_dice.Chance(0.5)) Add(window, source, EventKind.HotlineReceived, id, atMs + Soon(), order);
        if (_dice.Chance(0.3)) Add(window, source, EventKind.HotlineClosed, id, atMs + Soon(), order with { Stars = _dice.Between(1, 5) });
    }

    // Before or after their targets, with revisions that disagree; some take the event out, some say another thing.
    private void Correct()
    {
        foreach (var target in _events.Where(fact => fact.SubjectKind is not (SubjectKind.Heartbeat or SubjectKind.Opening) && _dice.Chance(0.2)).ToArray())
        {
            for (var i = _dice.Between(1, 2); i > 0; i--)
            {
                var data = _dice.Chance(0.5) ? null : target.Facts with { Trips = target.Facts.Trips is null ? null : 1 - target.Facts.Trips, Stars = target.Facts.Stars is null ? null : _dice.Between(1, 5) };
                Add(target.Window, target.Source, EventKind.Correction, $"{target.Id}-{i}", target.OccurredMs + Soon(), new Facts { Target = target.Id, Revision = _dice.Between(1, 2), Data = data });
            }
        }
    }

    // The same identity with another content: whichever comes first stays.
    private void Contradict()
    {
        foreach (var fact in _events.Where(fact => fact.Kind == EventKind.CaseAccepted && _dice.Chance(0.1)).ToArray()) _events.Add(fact with { OccurredMs = fact.OccurredMs - _dice.Of(1, Minute, Day) });
    }

    private void Add(UnitPath window, string source, EventKind kind, string id, long atMs, Facts facts) =>
        _events.Add(Event(window, kind, $"{kind}-{id}", atMs, facts) with { Source = source });

    private static ServiceEvent Event(UnitPath window, EventKind kind, string id, long atMs, Facts facts) => new("urn:a", id, kind, window, atMs, facts);

    private long AnyTime()
    {
        var soon = StartMs + _dice.Below(18_000);
        return _dice.Below(10) switch
        {
            0 => soon - (_dice.Of(1, 3, 9, 40) * Day),
            1 => soon - _dice.Of(Minute, 60 * Minute),
            2 => BusinessDay.Of(soon).StartMs + _dice.Between(-2, 2),
            _ => soon,
        };
    }

    private long Soon() => _dice.Of(0, 1, 500, 5_000, Minute, Day);

    /// <summary>The windows of a run and all units above them.</summary>
    private sealed class Place
    {
        public Place(params string[] windows)
        {
            Windows = [.. windows.Order(StringComparer.Ordinal).Select(UnitPath.Parse)];
            var departments = Windows.Select(static window => window.Parent).Distinct().ToList();
            var counties = departments.Select(static department => department.Parent).Distinct();
            Units = [.. Windows, .. departments, .. counties, .. departments.Select(static department => department.Line).Distinct(), Windows[0].Province];
        }

        public UnitPath[] Windows { get; }

        public UnitPath[] Units { get; }
    }
}
