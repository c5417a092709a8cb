using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Units;

namespace OpsBoard.Simulation;

/// <summary>
/// What is true: the events that were stored, each with the version of its window, counted anew whenever somebody says a number.
/// It keeps no running sum and knows no order of arrival.
/// </summary>
internal sealed class Truth(IReadOnlyList<UnitPath> windows, CountingTerms terms)
{
    private readonly List<Stored>[] _events = [.. windows.Select(static _ => new List<Stored>())];
    private readonly Dictionary<(int, long, BusinessDay), Tally> _counted = [];
    private readonly Dictionary<UnitPath, int> _places = windows.Select(static (path, place) => (path, place)).ToDictionary();
    private readonly LocalTerms _local = terms.Otherwise;
    private readonly SubjectEvents _subject = new();
    private readonly Effect _effect = new();

    public IReadOnlyList<UnitPath> Windows => windows;

    public long[] Versions { get; } = new long[windows.Count];

    public int PlaceOf(UnitPath window) => _places[window];

    public IEnumerable<ServiceEvent> EventsOf(int window) => _events[window].Select(static stored => stored.Event);

    public void Add(ServiceEvent fact, long version)
    {
        var events = _events[PlaceOf(fact.Window)];
        var stored = new Stored(fact, Occurrence.Of(fact), fact.SubjectKind, fact.SubjectId, version);
        var at = events.BinarySearch(stored, Stored.InOrder);
        events.Insert(~at, stored);
    }

    /// <summary>What the window counted on the day, when it was of the version.</summary>
    public Tally Count(int window, long version, BusinessDay day)
    {
        if (version == 0) return Tally.Zero;
        var key = (window, version, day);
        if (!_counted.TryGetValue(key, out var tally))
        {
            var cell = new TallyBuilder();
            Fold(window, version, mark =>
            {
                if (mark.Day == day) cell.Add(mark);
            });
            _counted[key] = tally = cell.ToTally();
        }

        return tally;
    }

    /// <summary>What the window counts on every day, and what of it is open.</summary>
    public (Dictionary<BusinessDay, TallyBuilder> Days, List<OpenSubject> Open) CountAll(int window)
    {
        var days = new Dictionary<BusinessDay, TallyBuilder>();
        var open = new List<OpenSubject>();
        Fold(window, long.MaxValue, mark => (days.TryGetValue(mark.Day, out var cell) ? cell : days[mark.Day] = new TallyBuilder()).Add(mark), open);
        return (days, open);
    }

    private void Fold(int window, long version, Action<Mark> add, List<OpenSubject>? open = null)
    {
        var events = _events[window];
        for (var first = 0; first < events.Count;)
        {
            var (kind, id) = (events[first].Kind, events[first].Subject);
            _subject.Clear();
            var next = first;
            for (; next < events.Count && events[next].Kind == kind && events[next].Subject == id; next++)
            {
                if (events[next].Version <= version) _subject.Add(events[next].Occurrence, CorrectionsOf(events, events[next], version));
            }

            first = next;
            if (kind is SubjectKind.Heartbeat or SubjectKind.Correction) continue;
            SubjectRules.Fold(kind, id, _subject.InOrder, _local, _effect);
            foreach (var mark in _effect.Marks) add(mark);
            if (_effect.Open is { } waiting) open?.Add(waiting);
        }
    }

    private static Occurrence[] CorrectionsOf(List<Stored> events, Stored target, long version)
    {
        if (target.Kind == SubjectKind.Correction || events[^1].Kind != SubjectKind.Correction) return [];
        var found = new List<Occurrence>();
        // A correction is filed under the id of its target, and stands behind everything else.
        for (var i = events.Count - 1; i >= 0 && events[i].Kind == SubjectKind.Correction; i--)
        {
            if (events[i].Version <= version && events[i].Subject == target.Event.Id) found.Add(events[i].Occurrence);
        }

        return [.. found];
    }

    private sealed record Stored(ServiceEvent Event, Occurrence Occurrence, SubjectKind Kind, string Subject, long Version)
    {
        public static readonly Comparer<Stored> InOrder = Comparer<Stored>.Create(static (left, right) =>
        {
            var byKind = left.Kind.CompareTo(right.Kind);
            if (byKind != 0) return byKind;
            var bySubject = string.CompareOrdinal(left.Subject, right.Subject);
            if (bySubject != 0) return bySubject;
            var bySource = string.CompareOrdinal(left.Event.Source, right.Event.Source);
            return bySource != 0 ? bySource : string.CompareOrdinal(left.Event.Id, right.Event.Id);
        });
    }
}
