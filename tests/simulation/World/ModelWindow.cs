using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Planting;
using OpsBoard.Silo.Journal;
using OpsBoard.Silo.Journal.Sqlite;
using OpsBoard.Units;

namespace OpsBoard.Simulation;

/// <summary>One window in the model of the journal: what the tables <c>windows</c>, <c>cells</c>, <c>open_subjects</c> and <c>revisions</c> hold of it.</summary>
internal sealed class ModelWindow(UnitPath path, CountingTerms terms, ModelScratch scratch)
{
    private readonly LocalTerms _local = terms.For(path);
    private readonly Dictionary<(SubjectKind, string), List<Occurrence>> _subjects = [];
    private readonly Dictionary<string, List<Occurrence>> _corrections = new(StringComparer.Ordinal);
    private readonly Dictionary<(SubjectKind, string), OpenSubject> _open = [];
    private readonly Dictionary<BusinessDay, TallyBuilder> _cells = [];
    private readonly Dictionary<(SubjectKind, string, BusinessDay), List<Mark>> _leftOut = [];
    private BusinessDay? _firstLiveDay;
    private long _lastEventMs;
    private bool _isTouched;
    private WindowRecord? _record;
    private BusinessDay _recordDay;
    private long _keptFromMs;

    public UnitPath Path => path;

    public long Version { get; private set; }

    public long NextVersion => _isTouched ? Version : Version + 1;

    public void Store(ServiceEvent fact, BusinessDay today, Func<string, string, ServiceEvent?> find)
    {
        Hear(fact, today);
        var added = Occurrence.Of(fact);
        if (fact.Kind == EventKind.Correction) Correct(added, today, find);
        else if (fact.SubjectKind != SubjectKind.Heartbeat) Count(added, fact.SubjectKind, fact.SubjectId, today);
    }

    /// <summary>The end of a transaction.</summary>
    public void Finish() => _isTouched = false;

    public WindowRecord Read(BusinessDay day)
    {
        if (_record is null || _recordDay != day)
        {
            var tally = _cells.TryGetValue(day, out var cell) ? cell.ToTally() : Tally.Zero;
            (_record, _recordDay) = (new WindowRecord(path, Version, _lastEventMs, tally, default, [.. _open.Values]), day);
        }

        return _record;
    }

    /// <summary>Lets go of what counted on a day that is over for good.</summary>
    public void Prune(long keptFromMs)
    {
        foreach (var (key, open) in _open)
        {
            if (!KeptSubjects.IsKept(open, keptFromMs)) _open.Remove(key);
        }

        _keptFromMs = keptFromMs;
        _record = null;
    }

    public IEnumerable<(BusinessDay Day, Tally Tally)> Days()
    {
        var waiting = _leftOut.Values.SelectMany(static marks => marks).ToList();
        foreach (var mark in waiting) CellOf(mark.Day).Add(mark);
        foreach (var (day, cell) in _cells) yield return (day, cell.ToTally());
        foreach (var mark in waiting) CellOf(mark.Day).Add(mark with { Times = -mark.Times });
    }

    private void Hear(ServiceEvent fact, BusinessDay today)
    {
        Version = NextVersion;
        (_isTouched, _record) = (true, null);
        _lastEventMs = Math.Max(_lastEventMs, fact.OccurredMs);
        if (fact.Day >= today) _firstLiveDay ??= today;
    }

    private void Count(Occurrence added, SubjectKind kind, string id, BusinessDay today)
    {
        var all = SubjectOf(kind, id);
        Fold(kind, id, all, null, true, scratch.Before);
        all.Add(added);
        Fold(kind, id, all, null, !Planted.Has(Bug.TombstonesIgnored), scratch.After);
        Replace(kind, id, added.AtMs, isCorrection: false, today);
    }

    private void Correct(Occurrence correction, BusinessDay today, Func<string, string, ServiceEvent?> find)
    {
        var target = correction.Facts.Target!;
        if (!_corrections.TryGetValue(target, out var known)) _corrections[target] = known = [];
        known.Add(correction);
        if (find(correction.Source, target) is not { } found || found.Window != path || found.SubjectKind is SubjectKind.Heartbeat or SubjectKind.Correction) return;
        var (kind, id) = (found.SubjectKind, found.SubjectId);
        var all = SubjectOf(kind, id);
        Fold(kind, id, all, correction, true, scratch.Before);
        Fold(kind, id, all, null, true, scratch.After);
        Replace(kind, id, correction.AtMs, isCorrection: true, today);
    }

    private void Fold(SubjectKind kind, string id, List<Occurrence> events, Occurrence? without, bool corrected, Effect effect)
    {
        scratch.Events.Clear();
        foreach (var occurrence in events)
        {
            if (!corrected || !_corrections.TryGetValue(occurrence.Id, out var corrections)) scratch.Events.Add(occurrence);
            else scratch.Events.Add(occurrence, without is null ? corrections : [.. corrections.Where(other => !ReferenceEquals(other, without))]);
        }

        SubjectRules.Fold(kind, id, scratch.Events.InOrder, _local, effect);
    }

    private void Replace(SubjectKind kind, string id, long atMs, bool isCorrection, BusinessDay today)
    {
        scratch.Difference.Take(scratch.Before, scratch.After);
        var isRevising = isCorrection || BusinessDay.Of(atMs) < today;
        foreach (var each in scratch.Difference.Marks)
        {
            var mark = Planted.Has(Bug.MidnightReset) ? each with { Day = today } : each;
            var of = (kind, id, mark.Day);
            // Once anything of a subject's day is left out, all of it waits, until the events say again what is in the cell (decision 0018).
            if (!_leftOut.TryGetValue(of, out var waiting))
            {
                if (!isRevising || !Waits(mark.Day, today))
                {
                    CellOf(mark.Day).Add(mark);
                    continue;
                }

                _leftOut[of] = waiting = [];
            }

            waiting.Add(mark);
        }

        foreach (var day in scratch.Difference.Marks.Select(static mark => mark.Day).Distinct())
        {
            if (_leftOut.TryGetValue((kind, id, day), out var waiting) && waiting.GroupBy(static mark => mark.Slot).All(static slot => slot.Sum(static mark => mark.Times) == 0)) _leftOut.Remove((kind, id, day));
        }

        if (scratch.After.Open is { } open && KeptSubjects.IsKept(open, _keptFromMs)) _open[(kind, id)] = open;
        else _open.Remove((kind, id));
    }

    private bool Waits(BusinessDay day, BusinessDay today) =>
        day < today && _firstLiveDay is { } live && day >= live && today.Number - day.Number > terms.SealAfterDays;

    private List<Occurrence> SubjectOf(SubjectKind kind, string id)
    {
        if (!_subjects.TryGetValue((kind, id), out var events)) _subjects[(kind, id)] = events = new List<Occurrence>(4);
        return events;
    }

    private TallyBuilder CellOf(BusinessDay day)
    {
        if (!_cells.TryGetValue(day, out var cell)) _cells[day] = cell = new TallyBuilder();
        return cell;
    }
}
