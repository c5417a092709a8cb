using System.Collections.Immutable;
using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Units;

namespace OpsBoard.Silo.Journal.Sqlite;

/// <summary>
/// One transaction: events, and the cells and open subjects that follow from them. What is kept here between two events of a
/// transaction is thrown away with it, so a transaction that fails leaves nothing behind.
/// </summary>
internal sealed class EventWriter(WriteStatements statements, long receivedMs)
{
    private readonly Dictionary<string, long> _sources = new(StringComparer.Ordinal);
    private readonly Dictionary<UnitPath, WindowRow> _windows = [];

    public Verdict Store(in PendingEvent pending)
    {
        var fact = pending.Fact;
        var source = SourceOf(fact.Source);
        var window = WindowOf(fact.Window);
        if (!Insert(pending, source, window)) return VerdictOnKnown(pending, source);
        window.Touch(fact.OccurredMs);
        if (fact.Kind == EventKind.Correction) Correct(fact, source, window);
        else if (fact.SubjectKind != SubjectKind.Heartbeat) Count(Occurrence.Of(fact), fact.SubjectKind, fact.SubjectId, window);
        return Verdict.Accepted;
    }

    /// <summary>Writes the changed windows and cells; the caller commits.</summary>
    public ImmutableArray<WindowVersion> Finish()
    {
        var touched = _windows.Values.Where(static window => window.IsTouched).ToList();
        foreach (var window in touched)
        {
            statements.UpdateWindow(window);
            foreach (var (day, cell) in window.Cells) statements.PutCell(window, day, cell.ToTally());
        }

        return [.. touched.Select(static window => new WindowVersion(window.Path, window.Version))];
    }

    private bool Insert(in PendingEvent pending, long source, WindowRow window)
    {
        var version = window.IsTouched ? window.Version : window.Version + 1;
        return statements.InsertEvent(pending, source, window.Id, receivedMs, version);
    }

    // Either the identity is known, or another event of the source holds the same place in its numbering.
    private Verdict VerdictOnKnown(in PendingEvent pending, long source)
    {
        var known = statements.HashOf(source, pending.Fact.Id);
        return known is not null && known.AsSpan().SequenceEqual(pending.Hash) ? Verdict.Duplicate : Verdict.Conflict;
    }

    private void Count(Occurrence added, SubjectKind kind, string id, WindowRow window)
    {
        var after = statements.EventsOf(window, kind, id);
        var before = after.Where(occurrence => occurrence.Id != added.Id || occurrence.Source != added.Source).ToList();
        var corrections = CorrectionsOf(window, after);
        var effectBefore = SubjectRules.EffectOf(kind, id, before, corrections);
        Replace(window, kind, id, effectBefore, SubjectRules.EffectOf(kind, id, after, corrections));
    }

    // A correction that comes first finds no target: it waits in the journal, and its target is counted as corrected at once.
    private void Correct(ServiceEvent correction, long source, WindowRow window)
    {
        window.HasCorrections = true;
        if (statements.SubjectOf(source, correction.Facts.Target!, window.Id) is not (var kind, { } id)) return;
        if (kind is SubjectKind.Heartbeat or SubjectKind.Correction) return;
        var events = statements.EventsOf(window, kind, id);
        var after = CorrectionsOf(window, events);
        var before = after.Where(other => other.Id != correction.Id || other.Source != correction.Source).ToList();
        Replace(window, kind, id, SubjectRules.EffectOf(kind, id, events, before), SubjectRules.EffectOf(kind, id, events, after));
    }

    private List<Occurrence> CorrectionsOf(WindowRow window, List<Occurrence> events) => window.HasCorrections
        ? [.. events.Select(static e => e.Id).Distinct(StringComparer.Ordinal).SelectMany(id => statements.EventsOf(window, SubjectKind.Correction, id))]
        : [];

    private void Replace(WindowRow window, SubjectKind kind, string id, Effect before, Effect after)
    {
        foreach (var mark in before.Marks.Except(after.Marks)) CellOf(window, mark.Day).Add(mark, -1);
        foreach (var mark in after.Marks.Except(before.Marks)) CellOf(window, mark.Day).Add(mark, 1);
        if (before.Open == after.Open) return;
        if (after.Open is { } open) statements.PutOpen(window.Id, open);
        else statements.RemoveOpen(window.Id, kind, id);
    }

    private TallyBuilder CellOf(WindowRow window, BusinessDay day)
    {
        if (!window.Cells.TryGetValue(day, out var cell))
            window.Cells[day] = cell = new TallyBuilder(statements.CellOf(window.Id, day) ?? Tally.Zero);
        return cell;
    }

    private long SourceOf(string name)
    {
        if (!_sources.TryGetValue(name, out var id)) _sources[name] = id = statements.SourceOf(name);
        return id;
    }

    private WindowRow WindowOf(UnitPath path)
    {
        if (!_windows.TryGetValue(path, out var window)) _windows[path] = window = statements.WindowOf(path);
        return window;
    }
}
