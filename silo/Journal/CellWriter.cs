using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Planting;
using OpsBoard.Units;

namespace OpsBoard.Silo.Journal;

/// <summary>
/// Adds marks to cells, and notes where that changes a day that was over. An event that comes on its own day may still say something of
/// earlier days (a case is completed that was accepted last week): that is the course of things. An event that comes late, and a correction,
/// revise them: open days at once (更正), sealed days only after approval. Days before a window's first live day are imported history.
/// <para>
/// A subject's part of a cell is always what its events said at some moment. So while a change of it is left out, waiting or refused, whatever
/// comes later waits with it: the later revision takes the place of the earlier one and says the whole difference from what is in the figures.
/// A part of a difference could take away what was never added.
/// </para>
/// </summary>
internal sealed class CellWriter(ITransactionRows rows, CountingTerms terms, long receivedMs)
{
    private readonly BusinessDay _today = BusinessDay.Of(receivedMs);
    private readonly List<(SubjectDay Of, Mark Change)> _entered = [];
    private readonly List<(SubjectDay Of, Mark Change)> _waiting = [];
    private long _source;
    private string _eventId = "";
    private bool _isRevising;

    public void Begin(long source, ServiceEvent cause)
    {
        (_source, _eventId) = (source, cause.Id);
        _isRevising = cause.Kind == EventKind.Correction || cause.Day < _today;
    }

    public void Add(WindowRow window, SubjectKind kind, string subject, IReadOnlyList<Mark> marks)
    {
        for (var i = 0; i < marks.Count; i++)
        {
            var mark = Planted.Has(Bug.MidnightReset) ? marks[i] with { Day = _today } : marks[i];
            var of = new SubjectDay(window, kind, subject, mark.Day);
            var state = StateOf(of);
            if (state == RevisionState.Waiting)
            {
                _waiting.Add((of, mark));
                continue;
            }

            if (state == RevisionState.Entered) _entered.Add((of, mark));
            Put(window, mark);
        }
    }

    /// <summary>Changes that were approved: they ask for nothing any more.</summary>
    public void Enter(WindowRow window, IEnumerable<Mark> changes)
    {
        foreach (var mark in changes) Put(window, mark);
    }

    public void End()
    {
        foreach (var day in _entered.GroupBy(static entered => entered.Of))
            rows.AddRevision(day.Key, _source, _eventId, receivedMs, RevisionState.Entered, day.Select(static entered => entered.Change));
        foreach (var day in _waiting.GroupBy(static waiting => waiting.Of)) Wait(day.Key, day.Select(static waiting => waiting.Change));
        _entered.Clear();
        _waiting.Clear();
    }

    private void Wait(SubjectDay of, IEnumerable<Mark> changes)
    {
        // What is left out is noted by versions, so a change of it has one, though no cell changes.
        of.Window.Touch();
        if (of.Window.HasLeftOut)
        {
            changes = changes.Concat(rows.LeftOut(of));
            rows.Supersede(of);
        }

        var difference = changes.GroupBy(static mark => mark.Slot)
            .Select(slot => new Mark(of.Day, slot.Key, slot.Sum(static mark => mark.Times)))
            .Where(static mark => mark.Times != 0)
            .ToList();
        // Without a difference the events say again what is in the figures, and nobody has anything to decide.
        if (difference.Count == 0) return;
        rows.AddRevision(of, _source, _eventId, receivedMs, RevisionState.Waiting, difference);
        of.Window.HasLeftOut = true;
    }

    // Null for what needs no revision: today, the course of things, and imported history.
    private RevisionState? StateOf(in SubjectDay of)
    {
        if (of.Window.HasLeftOut && IsLeftOut(of)) return RevisionState.Waiting;
        if (!_isRevising || of.Day >= _today || of.Window.FirstLiveDay is not { } live || of.Day < live) return null;
        if (Planted.Has(Bug.SealIgnored)) return RevisionState.Entered;
        return _today.Number - of.Day.Number > terms.SealAfterDays ? RevisionState.Waiting : RevisionState.Entered;
    }

    private bool IsLeftOut(in SubjectDay of) => rows.LeftOut(of).Count > 0;

    private void Put(WindowRow window, Mark mark)
    {
        window.HasOtherItems |= Slot.IsOfItems(mark.Slot);
        CellOf(window, mark.Day).Add(mark);
    }

    private TallyBuilder CellOf(WindowRow window, BusinessDay day)
    {
        if (!window.Cells.TryGetValue(day, out var cell))
            window.Cells[day] = cell = new TallyBuilder(rows.CellOf(window, day) ?? Tally.Zero);
        return cell;
    }
}
