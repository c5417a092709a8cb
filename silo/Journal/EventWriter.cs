using System.Collections.Immutable;
using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Planting;
using OpsBoard.Units;

namespace OpsBoard.Silo.Journal;

/// <summary>
/// One transaction: events, and the cells and open subjects that follow from them. What is kept here between two events of a
/// transaction is thrown away with it, so a transaction that fails leaves nothing behind.
/// </summary>
internal sealed class EventWriter
{
    private readonly ITransactionRows _rows;
    private readonly long _receivedMs;
    private readonly CellWriter _cells;
    private readonly ItemWriter _items;
    private readonly SourceLedger _ledger;
    private readonly Dictionary<string, long> _sources = new(StringComparer.Ordinal);
    private readonly Dictionary<UnitPath, WindowRow> _windows = [];
    private readonly SubjectEvents _events = new();
    private readonly MarkDifference _difference = new();
    private readonly Effect _before = new();
    private readonly Effect _after = new();

    public EventWriter(ITransactionRows rows, ILedgerRows ledger, CountingTerms terms, long receivedMs)
    {
        (_rows, _receivedMs) = (rows, receivedMs);
        _ledger = new SourceLedger(ledger, receivedMs);
        _cells = new CellWriter(rows, terms, receivedMs);
        _items = new ItemWriter(rows, _cells, WindowOf);
    }

    public SourceLedger Ledger => _ledger;

    private BusinessDay Today => BusinessDay.Of(_receivedMs);

    public Verdict Store(in PendingEvent pending)
    {
        var fact = pending.Fact;
        var source = SourceOf(fact.Source);
        var window = WindowOf(fact.Window);
        if (!Insert(pending, source, window)) return VerdictOnKnown(pending, source);
        _ledger.Store(source, fact);
        window.Hear(fact, Today);
        _cells.Begin(source, fact);
        if (fact.Kind == EventKind.Correction) Correct(fact, source, window);
        else if (fact.SubjectKind == SubjectKind.Item) _items.Count(Occurrence.Of(fact), window);
        else if (fact.SubjectKind != SubjectKind.Heartbeat) Count(Occurrence.Of(fact), fact.SubjectKind, fact.SubjectId, window);
        _cells.End();
        return Verdict.Accepted;
    }

    /// <summary>A revision that waits enters its day's cell when it is approved; refused, it stays in the journal alone.</summary>
    public Verdict Decide(Decision decision)
    {
        if (_rows.RevisionOf(decision.Revision) is not { } revision) return Verdict.Rejected;
        var state = decision.IsApproved ? RevisionState.Approved : RevisionState.Refused;
        if (revision.State == state) return Verdict.Duplicate;
        if (revision.State != RevisionState.Waiting) return Verdict.Conflict;
        var window = WindowOf(revision.Window);
        window.Touch();
        _rows.DecideRevision(decision.Revision, state, _receivedMs, decision.By, decision.IsApproved ? window.Version : null);
        if (decision.IsApproved) _cells.Enter(window, revision.Changes);
        return Verdict.Accepted;
    }

    /// <summary>Writes the changed windows and cells; the caller commits.</summary>
    public ImmutableArray<WindowChange> Finish()
    {
        _ledger.Finish();
        return [.. _windows.Values.Where(static window => window.IsTouched).Select(Finish)];
    }

    private WindowChange Finish(WindowRow window)
    {
        _rows.UpdateWindow(window);
        var cells = ImmutableArray.CreateRange(window.Cells.Select(static cell => new CellChange(cell.Key, cell.Value.ToTally())));
        foreach (var cell in cells) _rows.PutCell(window, cell.Day, cell.Tally);
        return new WindowChange(window.Path, window.Version, window.LastEventMs, cells, [.. window.Open.Select(static open => new OpenChange(open.Key.Kind, open.Key.Id, open.Value))], !window.HasOtherItems);
    }

    private bool Insert(in PendingEvent pending, long source, WindowRow window)
    {
        var version = window.IsTouched ? window.Version : window.Version + 1;
        return _rows.InsertEvent(pending, source, window.Id, _receivedMs, version);
    }

    // Either the identity is known, or another event of the source holds the same place in its numbering.
    private Verdict VerdictOnKnown(in PendingEvent pending, long source)
    {
        if (Planted.Has(Bug.ConflictIsDuplicate)) return Verdict.Duplicate;
        var known = _rows.HashOf(source, pending.Fact.Id);
        if (known is not null && known.AsSpan().SequenceEqual(pending.Hash)) return Verdict.Duplicate;
        _ledger.Contradict(source, pending.Fact, known is null ? ConflictKind.Number : ConflictKind.Content);
        return Verdict.Conflict;
    }

    private void Count(Occurrence added, SubjectKind kind, string id, WindowRow window)
    {
        var all = _rows.EventsOf(window, kind, id, added);
        var corrections = Planted.Has(Bug.TombstonesIgnored) ? [] : CorrectionsOf(window, all);
        Fold(kind, id, all.Where(occurrence => occurrence.Id != added.Id || occurrence.Source != added.Source), corrections, window, _before);
        Fold(kind, id, all, corrections, window, _after);
        Replace(window, kind, id);
    }

    // A correction that comes first finds no target: it waits in the journal, and its target is counted as corrected at once.
    private void Correct(ServiceEvent correction, long source, WindowRow window)
    {
        window.HasCorrections = true;
        if (_rows.SubjectOf(source, correction.Facts.Target!, window.Id) is not (var kind, { } id)) return;
        if (kind == SubjectKind.Item) _items.Correct(Occurrence.Of(correction), id, window);
        if (kind is SubjectKind.Item or SubjectKind.Heartbeat or SubjectKind.Correction) return;
        var events = _rows.EventsOf(window, kind, id);
        var corrections = CorrectionsOf(window, events);
        Fold(kind, id, events, [.. corrections.Where(other => other.Id != correction.Id || other.Source != correction.Source)], window, _before);
        Fold(kind, id, events, corrections, window, _after);
        Replace(window, kind, id);
    }

    private List<Occurrence> CorrectionsOf(WindowRow window, List<Occurrence> events) => window.HasCorrections
        ? [.. events.Select(static e => e.Id).Distinct(StringComparer.Ordinal).SelectMany(id => _rows.EventsOf(window, SubjectKind.Correction, id))]
        : [];

    private void Fold(SubjectKind kind, string id, IEnumerable<Occurrence> events, List<Occurrence> corrections, WindowRow window, Effect effect)
    {
        _events.Clear();
        foreach (var occurrence in events) _events.Add(occurrence, corrections);
        SubjectRules.Fold(kind, id, _events.InOrder, window.Terms, effect);
    }

    private void Replace(WindowRow window, SubjectKind kind, string id)
    {
        _difference.Take(_before, _after);
        _cells.Add(window, kind, id, _difference.Marks);
        if (_before.Use != _after.Use) _items.Use(window, _before.Use, _after.Use);
        if (_before.Open == _after.Open) return;
        var open = _after.Open is { } waiting && KeptSubjects.IsKept(waiting, _rows.OpenKeptFromMs) ? waiting : (OpenSubject?)null;
        window.Open[(kind, id)] = open;
        if (open is { } kept) _rows.PutOpen(window.Id, kept);
        else _rows.RemoveOpen(window.Id, kind, id);
    }

    private long SourceOf(string name)
    {
        if (!_sources.TryGetValue(name, out var id)) _sources[name] = id = _rows.SourceOf(name);
        return id;
    }

    private WindowRow WindowOf(UnitPath path)
    {
        if (!_windows.TryGetValue(path, out var window)) _windows[path] = window = _rows.WindowOf(path);
        return window;
    }
}
