using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Units;

namespace OpsBoard.Silo.Journal;

/// <summary>
/// Recounts the open days of one window after another, from the events of the subjects that can count on them: a subject leaves marks on days
/// on which something happened to it, and a review on the days of its deadlines too.
/// </summary>
internal sealed class OpenDaysCount(IOpenDaysRows rows, CountingTerms terms, BusinessDay first, BusinessDay last) : IDisposable
{
    private static readonly SubjectKind[] Counted = [SubjectKind.Ticket, SubjectKind.Case, SubjectKind.Review, SubjectKind.Order];

    private readonly SubjectEvents _events = new();
    private readonly Effect _effect = new();
    private readonly CellComparison _comparison = new();
    private long _read;

    public RecountResult Result => _comparison.Result(_read);

    public void Compare(long window, UnitPath path)
    {
        var (stored, counted) = (rows.Cells(window, first, last), Count(window, terms.For(path)));
        foreach (var day in stored.Keys.Union(counted.Keys).Order())
            _comparison.Compare(path, day, stored.GetValueOrDefault(day, Tally.Zero), counted.TryGetValue(day, out var cell) ? cell.ToTally() : Tally.Zero);
    }

    public void Dispose() => rows.Dispose();

    private Dictionary<BusinessDay, TallyBuilder> Count(long window, LocalTerms local)
    {
        var cells = new Dictionary<BusinessDay, TallyBuilder>();
        var corrections = rows.Corrections(window);
        foreach (var kind in Counted)
        {
            foreach (var subject in rows.Subjects(window, kind, first.StartMs, last.Next.StartMs, all: kind == SubjectKind.Review)) Count(kind, subject, corrections, local, cells);
        }

        foreach (var mark in rows.LeftOut(window)) Add(cells, mark with { Times = -mark.Times });
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
}
