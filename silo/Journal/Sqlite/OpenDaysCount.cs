using Microsoft.Data.Sqlite;
using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Units;

namespace OpsBoard.Silo.Journal.Sqlite;

/// <summary>
/// Recounts the open days of one window after another, from the events of the subjects that can count on them: a subject leaves marks on days
/// on which something happened to it, and a review on the days of its deadlines too. Its statements are parsed once: with thousands of windows
/// that takes longer than what they read.
/// </summary>
internal sealed class OpenDaysCount(SqliteConnection connection, CountingTerms terms, BusinessDay first, BusinessDay last) : IDisposable
{
    private static readonly SubjectKind[] Counted = [SubjectKind.Ticket, SubjectKind.Case, SubjectKind.Review, SubjectKind.Order];

    private readonly Statement _subjects = connection.Prepared(StoredEvents.SubjectsInSpan);
    private readonly Statement _corrections = connection.Prepared(StoredEvents.CorrectionsOfWindow);

    private readonly Statement _cells = connection.Prepared(
        $"SELECT business_day, {ReadStatements.CellColumns} FROM cells WHERE window_id = $1 AND business_day BETWEEN $2 AND $3");

    private readonly Statement _leftOut = connection.Prepared(
        $"SELECT business_day, changes FROM revisions WHERE window_id = $1 AND state IN ({(int)RevisionState.Waiting}, {(int)RevisionState.Refused})");

    private readonly SubjectEvents _events = new();
    private readonly Effect _effect = new();
    private readonly CellComparison _comparison = new();
    private long _read;

    public RecountResult Result => _comparison.Result(_read);

    public void Compare(long window, UnitPath path)
    {
        var (stored, counted) = (Stored(window), Count(window, terms.For(path)));
        foreach (var day in stored.Keys.Union(counted.Keys).Order())
            _comparison.Compare(path, day, stored.GetValueOrDefault(day, Tally.Zero), counted.TryGetValue(day, out var cell) ? cell.ToTally() : Tally.Zero);
    }

    public void Dispose()
    {
        Statement[] all = [_subjects, _corrections, _cells, _leftOut];
        foreach (var statement in all) statement.Dispose();
        connection.Dispose();
    }

    private Dictionary<BusinessDay, TallyBuilder> Count(long window, LocalTerms local)
    {
        var cells = new Dictionary<BusinessDay, TallyBuilder>();
        var corrections = StoredEvents.ByTarget(_corrections.With(window));
        foreach (var kind in Counted)
        {
            _subjects.With(window, (int)kind, kind == SubjectKind.Review, first.StartMs, last.Next.StartMs);
            foreach (var subject in StoredEvents.BySubject(_subjects)) Count(kind, subject, corrections, local, cells);
        }

        foreach (var mark in LeftOut(window)) Add(cells, mark with { Times = -mark.Times });
        return cells;
    }

    private void Count(SubjectKind kind, List<StoredEvent> subject, ILookup<string, StoredEvent> corrections, LocalTerms local, Dictionary<BusinessDay, TallyBuilder> cells)
    {
        _read += subject.Count;
        _events.Clear();
        foreach (var stored in subject)
            _events.Add(stored.Event, [.. corrections[stored.Event.Id].Where(correction => correction.Event.Source == stored.Event.Source).Select(static correction => correction.Event)]);
        SubjectRules.Fold(kind, subject[0].Subject, _events.InOrder, local, _effect);
        foreach (var mark in _effect.Marks) Add(cells, mark);
    }

    private void Add(Dictionary<BusinessDay, TallyBuilder> cells, Mark mark)
    {
        if (mark.Day < first || mark.Day > last) return;
        (cells.TryGetValue(mark.Day, out var cell) ? cell : cells[mark.Day] = new TallyBuilder()).Add(mark);
    }

    private Dictionary<BusinessDay, Tally> Stored(long window)
    {
        using var rows = _cells.With(window, first.Number, last.Number).ExecuteReader();
        var cells = new Dictionary<BusinessDay, Tally>();
        while (rows.Read()) cells[new BusinessDay(rows.GetInt32(0))] = ReadStatements.TallyAt(rows, 1);
        return cells;
    }

    private List<Mark> LeftOut(long window)
    {
        using var rows = _leftOut.With(window).ExecuteReader();
        var marks = new List<Mark>();
        while (rows.Read()) marks.AddRange(RevisionFormat.Read(rows.GetString(1), new BusinessDay(rows.GetInt32(0))));
        return marks;
    }
}
