using Microsoft.Data.Sqlite;
using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Units;

namespace OpsBoard.Silo.Journal.Sqlite;

/// <summary>
/// Recounts the days that are open, from the events of the subjects that can count on them and not from all that ever happened: a subject
/// leaves marks on days on which something happened to it, and a review on the days of its deadlines too. The item catalogue, which needs
/// the whole history of a county, is left to the recount of everything.
/// </summary>
internal sealed class OpenDaysRecount(SqliteConnection connection, CountingTerms terms, BusinessDay first, BusinessDay last)
{
    private static readonly SubjectKind[] Counted = [SubjectKind.Ticket, SubjectKind.Case, SubjectKind.Review, SubjectKind.Order];

    private readonly StoredEvents _stored = new(connection);
    private readonly SubjectEvents _events = new();
    private readonly Effect _effect = new();
    private readonly CellComparison _cells = new();
    private long _read;

    /// <param name="progress">Told how many windows are done, and of how many.</param>
    public RecountResult Run(Action<int, int> progress, CancellationToken cancellation)
    {
        var windows = new EventCount(connection, terms, null).Windows(null);
        foreach (var (index, (id, path, _)) in windows.Index())
        {
            cancellation.ThrowIfCancellationRequested();
            progress(index, windows.Count);
            var (stored, counted) = (StoredCells(id), Count(id, path));
            foreach (var day in stored.Keys.Union(counted.Keys).Order())
                _cells.Compare(path, day, stored.GetValueOrDefault(day, Tally.Zero), counted.TryGetValue(day, out var cell) ? cell.ToTally() : Tally.Zero);
        }

        return _cells.Result(_read);
    }

    private Dictionary<BusinessDay, TallyBuilder> Count(long window, UnitPath path)
    {
        var cells = new Dictionary<BusinessDay, TallyBuilder>();
        var corrections = _stored.Corrections(window);
        foreach (var kind in Counted)
        {
            foreach (var subject in _stored.SubjectsIn(window, kind, first.StartMs, last.Next.StartMs, all: kind == SubjectKind.Review)) Count(kind, subject, corrections, terms.For(path), cells);
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

    private Dictionary<BusinessDay, Tally> StoredCells(long window)
    {
        using var command = connection.Prepared($"SELECT business_day, {ReadStatements.CellColumns} FROM cells WHERE window_id = $1 AND business_day BETWEEN $2 AND $3")
            .With(window, first.Number, last.Number);
        using var reader = command.ExecuteReader();
        var cells = new Dictionary<BusinessDay, Tally>();
        while (reader.Read()) cells[new BusinessDay(reader.GetInt32(0))] = ReadStatements.TallyAt(reader, 1);
        return cells;
    }

    private List<Mark> LeftOut(long window)
    {
        using var command = connection.Prepared("SELECT business_day, changes FROM revisions WHERE window_id = $1 AND state IN ($2, $3)")
            .With(window, (int)RevisionState.Waiting, (int)RevisionState.Refused);
        using var reader = command.ExecuteReader();
        var marks = new List<Mark>();
        while (reader.Read()) marks.AddRange(RevisionFormat.Read(reader.GetString(1), new BusinessDay(reader.GetInt32(0))));
        return marks;
    }
}
