using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Units;

namespace OpsBoard.Silo.Journal.Sqlite;

/// <summary>
/// Adds marks to cells, and notes where that changes a day that was over. An event that comes on its own day may still say something of
/// earlier days (a case is completed that was accepted last week): that is the course of things. An event that comes late, and a correction,
/// revise them: open days at once (更正), sealed days only after approval. Days before a window's first live day are imported history.
/// </summary>
internal sealed class CellWriter(WriteStatements statements, CountingTerms terms, long receivedMs)
{
    private readonly BusinessDay _today = BusinessDay.Of(receivedMs);
    private readonly List<(WindowRow Window, RevisionState State, Mark Change)> _revised = [];
    private long _source;
    private string _eventId = "";
    private bool _isRevising;

    public void Begin(long source, ServiceEvent cause)
    {
        (_source, _eventId) = (source, cause.Id);
        _isRevising = cause.Kind == EventKind.Correction || cause.Day < _today;
    }

    public void Add(WindowRow window, IReadOnlyList<Mark> marks)
    {
        for (var i = 0; i < marks.Count; i++)
        {
            var state = StateOf(window, marks[i].Day);
            if (state is { } revised) _revised.Add((window, revised, marks[i]));
            if (state != RevisionState.Waiting) CellOf(window, marks[i].Day).Add(marks[i]);
        }
    }

    /// <summary>Changes that were approved: they ask for nothing any more.</summary>
    public void Enter(WindowRow window, IEnumerable<Mark> changes)
    {
        foreach (var mark in changes) CellOf(window, mark.Day).Add(mark);
    }

    public void End()
    {
        if (_revised.Count == 0) return;
        foreach (var day in _revised.GroupBy(static revised => (revised.Window, revised.State, revised.Change.Day)))
            statements.AddRevision(day.Key.Window, day.Key.Day, _source, _eventId, receivedMs, day.Key.State, day.Select(static revised => revised.Change));
        _revised.Clear();
    }

    private RevisionState? StateOf(WindowRow window, BusinessDay day)
    {
        if (!_isRevising || day >= _today || window.FirstLiveDay is not { } live || day < live) return null;
        return _today.Number - day.Number > terms.SealAfterDays ? RevisionState.Waiting : RevisionState.Entered;
    }

    private TallyBuilder CellOf(WindowRow window, BusinessDay day)
    {
        if (!window.Cells.TryGetValue(day, out var cell))
            window.Cells[day] = cell = new TallyBuilder(statements.CellOf(window.Id, day) ?? Tally.Zero);
        return cell;
    }
}
