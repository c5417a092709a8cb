using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Units;

namespace OpsBoard.Silo.Journal;

/// <summary>
/// Counts every event anew, window by window, in no regard of the order of arrival and without any running sum. Changes of sealed days that
/// were not approved are left out, as the cells leave them out.
/// </summary>
internal sealed class EventCount(IStoredEvents stored, CountingTerms terms, IProgress<long>? progress)
{
    private const int ProgressEvery = 10_000;

    private readonly SubjectEvents _events = new();
    private readonly Effect _effect = new();

    /// <summary>Events read so far.</summary>
    public long Events { get; private set; }

    public WindowCount Count(long id, UnitPath path, long version)
    {
        var cells = new Dictionary<BusinessDay, TallyBuilder>();
        var open = new Dictionary<(SubjectKind, string), OpenSubject>();
        var uses = new Dictionary<ItemUse, int>();
        foreach (var (kind, subject) in Effects(id, terms.For(path)))
        {
            foreach (var mark in _effect.Marks) CellOf(cells, mark.Day).Add(mark);
            if (_effect.Open is { } waiting) open[(kind, subject)] = waiting;
            if (_effect.Use is { } use) uses[use] = uses.GetValueOrDefault(use) + 1;
        }

        foreach (var mark in LeftOut(id).Where(static mark => !Slot.IsOfItems(mark.Slot))) CellOf(cells, mark.Day).Add(mark with { Times = -mark.Times });
        return new WindowCount(id, path, version, cells.ToDictionary(static pair => pair.Key, static pair => pair.Value.ToTally()), open, uses);
    }

    /// <summary>The item catalogue of a county as marks on the windows at which its items are at home.</summary>
    /// <param name="uses">The uses that all windows of the county counted.</param>
    public List<(UnitPath Window, Mark Mark)> CountItems(UnitPath county, IEnumerable<ItemUse> uses)
    {
        var firstUses = uses
            .GroupBy(static use => (use.Item, use.Day.Date.Year))
            .Select(static year => (year.Key.Item, Day: new BusinessDay(year.Min(static use => use.Day.Number))))
            .ToLookup(static use => use.Item, static use => use.Day, StringComparer.Ordinal);
        var marks = new List<(UnitPath, Mark)>();
        var corrections = stored.OfCounty(county, corrections: true).ToLookup(static row => row.Window, static row => row.Event);
        foreach (var item in stored.OfCounty(county, corrections: false).GroupBy(static row => row.Subject, StringComparer.Ordinal))
        {
            _events.Clear();
            foreach (var row in item) _events.Add(row.Event, [.. corrections[row.Window]]);
            if (_events.InOrder.IsEmpty) continue;
            var last = _events.InOrder[^1];
            var home = item.First(row => row.Event.Id == last.Id && row.Event.Source == last.Source).Window;
            ItemRule.Fold(_events.InOrder, [.. firstUses[item.Key]], _effect);
            marks.AddRange(_effect.Marks.Select(mark => (home, mark)));
        }

        foreach (var (id, path, _, _) in stored.Windows(county))
            marks.AddRange(LeftOut(id).Where(static mark => Slot.IsOfItems(mark.Slot)).Select(mark => (path, mark with { Times = -mark.Times })));
        return marks;
    }

    private static TallyBuilder CellOf(Dictionary<BusinessDay, TallyBuilder> cells, BusinessDay day) =>
        cells.TryGetValue(day, out var cell) ? cell : cells[day] = new TallyBuilder();

    // Each time the effect of the subject stands in _effect.
    private IEnumerable<(SubjectKind Kind, string Id)> Effects(long window, LocalTerms local)
    {
        var corrections = Read(window, corrections: true).Select(static row => row.Event).ToList();
        (SubjectKind Kind, string Id) current = (SubjectKind.None, "");
        _events.Clear();
        foreach (var row in Read(window, corrections: false))
        {
            if (row.Kind is SubjectKind.Heartbeat or SubjectKind.Item) continue;
            if ((row.Kind, row.Subject) != current)
            {
                SubjectRules.Fold(current.Kind, current.Id, _events.InOrder, local, _effect);
                yield return current;
                _events.Clear();
            }

            current = (row.Kind, row.Subject);
            _events.Add(row.Event, corrections);
        }

        SubjectRules.Fold(current.Kind, current.Id, _events.InOrder, local, _effect);
        yield return current;
    }

    private IEnumerable<(SubjectKind Kind, string Subject, Occurrence Event)> Read(long window, bool corrections)
    {
        foreach (var row in stored.All(window, corrections))
        {
            if (++Events % ProgressEvery == 0) progress?.Report(Events);
            yield return row;
        }
    }

    private IEnumerable<Mark> LeftOut(long window) => stored.LeftOut(window).SelectMany(static revision => revision.Changes);
}
