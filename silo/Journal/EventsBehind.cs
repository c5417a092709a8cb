using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Units;

namespace OpsBoard.Silo.Journal;

/// <summary>
/// Names the events behind a number: each subject is folded as it is when it is counted, and the event that decides a mark stands for it.
/// Changes of sealed days that were left out of the cells are left out here too, so the rows add up to the number.
/// </summary>
internal sealed class EventsBehind(IStoredEvents journal, CountingTerms terms, EventQuestion question)
{
    private readonly EventParts _parts = new(question);
    private readonly EventRows _rows = new();
    private readonly SubjectEvents _events = new();
    private readonly Effect _effect = new();
    private (UnitPath Window, StoredEvent Issued)? _longest;

    public EventListing Read(CancellationToken cancellation)
    {
        var windows = journal.Windows(question.Scope);
        foreach (var window in windows)
        {
            cancellation.ThrowIfCancellationRequested();
            var corrections = journal.Corrections(window.Id);
            foreach (var kind in _parts.Kinds) Count(window, kind, corrections);
            if (_parts.Counters.Count > 0) LeaveOut(window);
        }

        if (_longest is { } waiting) _rows.Count(waiting.Window, waiting.Issued, 1, isCorrected: false);
        if (_parts.Items.Count > 0) CountItems(windows, cancellation);
        return _rows.Listing(question, windows.Sum(static window => window.Version));
    }

    private void Count(StoredWindow window, SubjectKind kind, ILookup<string, StoredEvent> corrections)
    {
        var counters = _parts.Counters.Where(counter => Counters.SubjectOf(counter) == kind).ToList();
        var all = counters.Exists(static counter => !Counters.IsOnDayOfEvent(counter));
        var open = _parts.Gauges.Any(term => OpenGauges.SubjectOf(term.Gauge!.Value) == kind);
        var (first, last) = counters.Count > 0 ? (question.First, question.Last) : (question.Last.Next, question.Last);
        foreach (var subject in journal.Subjects(window.Id, kind, first, last, all, open)) Count(window, kind, subject, corrections);
    }

    private void Count(StoredWindow window, SubjectKind kind, List<StoredEvent> subject, ILookup<string, StoredEvent> corrections)
    {
        var known = subject.ToDictionary(static stored => (stored.Event.Source, stored.Event.Id));
        Fold(window, kind, subject, corrections);
        var counted = Parts(window);
        foreach (var (cause, times) in counted)
        {
            var stored = known[(cause.Source, cause.Id)];
            _rows.Count(window.Path, stored, times, CorrectionsOf(stored, corrections).Any());
        }

        if (_effect is { Open: { Kind: SubjectKind.Ticket } ticket, OpenedBy: { } issued }) AskWhoWaitsLongest(window, ticket, known[(issued.Source, issued.Id)]);
        var taken = subject.Exists(stored => CorrectionsOf(stored, corrections).Any()) ? TakenOut(window, kind, subject, counted) : [];
        if (counted.Count == 0 && taken.Count == 0) return;
        foreach (var (cause, _) in taken) _rows.Note(window.Path, known[(cause.Source, cause.Id)], EventReason.TakenOut);
        foreach (var correction in subject.SelectMany(stored => CorrectionsOf(stored, corrections))) _rows.Note(window.Path, correction, EventReason.IsCorrection);
        foreach (var stored in subject.Where(stored => counted.Exists(part => part.Cause.Kind == stored.Event.Kind))) _rows.Note(window.Path, stored, EventReason.AnotherDecides);
    }

    private void Fold(StoredWindow window, SubjectKind kind, List<StoredEvent> subject, ILookup<string, StoredEvent>? corrections)
    {
        _events.Clear();
        foreach (var stored in subject) _events.Add(stored.Event, corrections is null ? [] : [.. CorrectionsOf(stored, corrections).Select(static correction => correction.Event)]);
        SubjectRules.Fold(kind, subject[0].Subject, _events.InOrder, terms.For(window.Path), _effect);
    }

    // What the subject would have counted for without its corrections, and does not count for with them.
    private List<(Occurrence Cause, int Times)> TakenOut(StoredWindow window, SubjectKind kind, List<StoredEvent> subject, List<(Occurrence Cause, int Times)> counted)
    {
        Fold(window, kind, subject, corrections: null);
        return Parts(window).FindAll(said => !counted.Exists(part => part.Cause.Id == said.Cause.Id && part.Cause.Source == said.Cause.Source));
    }

    // The effect as parts of the number.
    private List<(Occurrence Cause, int Times)> Parts(StoredWindow window)
    {
        var parts = new List<(Occurrence, int)>();
        for (var i = 0; i < _effect.Marks.Count; i++)
        {
            if (_parts.TimesOf(_effect.Marks[i]) is not 0 and var times) parts.Add((_effect.Causes[i], times));
        }

        if (_effect is { Open: { } open, OpenedBy: { } began } && _parts.TimesOf(open, window.HeardMs) is not 0 and var gauge) parts.Add((began, gauge));
        return parts;
    }

    private void AskWhoWaitsLongest(StoredWindow window, OpenSubject ticket, StoredEvent issued)
    {
        if (_parts.Gauges.All(static term => term.Gauge != OpenGauge.LongestWait) || _parts.At(ticket, window.HeardMs).Waiting == 0) return;
        if (_longest is not { } known || Occurrence.Compare(issued.Event, known.Issued.Event) < 0) _longest = (window.Path, issued);
    }

    private void LeaveOut(StoredWindow window)
    {
        foreach (var revision in journal.LeftOut(window.Id))
        {
            var times = revision.Changes.Sum(_parts.TimesOf);
            if (times == 0 || journal.Find(revision.Source, revision.EventId) is not { } cause) continue;
            // What a correction says counts as its target, so what of it is left out stands there too.
            var stored = cause.Event is { Kind: EventKind.Correction, Facts.Target: { } target } ? journal.Find(revision.Source, target) ?? cause : cause;
            _rows.LeaveOut(window.Path, stored, times, revision.State == RevisionState.Waiting ? EventReason.Waits : EventReason.Refused);
        }
    }

    private void CountItems(List<StoredWindow> windows, CancellationToken cancellation)
    {
        var items = new ItemsBehind(journal, _parts, _rows, terms, question);
        foreach (var county in windows.Select(static window => window.Path.Parent.Parent).Distinct())
        {
            cancellation.ThrowIfCancellationRequested();
            items.Count(county);
        }
    }

    private static IEnumerable<StoredEvent> CorrectionsOf(StoredEvent stored, ILookup<string, StoredEvent> corrections) =>
        corrections[stored.Event.Id].Where(correction => correction.Event.Source == stored.Event.Source);
}
