using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Units;

namespace OpsBoard.Silo.Journal;

/// <summary>
/// Names the events behind the item catalogue: for each item that stands in a stock the listing that put it there, and for one that was
/// used this year the first case that was accepted for it, at whatever window of the county. An item belongs to the scope that its home is in.
/// </summary>
internal sealed class ItemsBehind(IStoredEvents stored, EventParts parts, EventRows rows, CountingTerms terms, EventQuestion question)
{
    private readonly SubjectEvents _events = new();
    private readonly Effect _effect = new();
    private readonly Dictionary<(long Window, BusinessDay Day), List<(ItemUse Use, StoredEvent Accepted)>> _accepted = [];
    private readonly Dictionary<long, ILookup<string, StoredEvent>> _corrections = [];

    public void Count(UnitPath county)
    {
        var uses = stored.Uses(county);
        foreach (var item in stored.Items(county)) Count([.. item], [.. uses[item.Key]]);
    }

    private void Count(List<(long Window, UnitPath Path, StoredEvent Stored)> item, List<(BusinessDay Day, long Window)> uses)
    {
        var home = Fold(item, uses, isCorrected: true);
        var counted = home is { } at && question.Scope.Contains(at) ? Stocks() : [];
        foreach (var (counter, listing, times) in counted) Add(item, uses, counter, listing, times);
        if (!item.Exists(row => CorrectionsOf(row.Window, row.Stored).Any())) return;
        var said = Fold(item, uses, isCorrected: false) is { } was && question.Scope.Contains(was) ? Stocks() : [];
        var taken = said.FindAll(stock => !counted.Exists(other => other.Counter == stock.Counter));
        if (counted.Count == 0 && taken.Count == 0) return;
        foreach (var (_, listing, _) in taken) Note(RowOf(item, listing), EventReason.TakenOut);
        foreach (var row in item)
        {
            foreach (var correction in CorrectionsOf(row.Window, row.Stored)) rows.Note(row.Path, correction, EventReason.IsCorrection);
        }
    }

    // The home of the item; null when corrections left nothing of it.
    private UnitPath? Fold(List<(long Window, UnitPath Path, StoredEvent Stored)> item, List<(BusinessDay Day, long Window)> uses, bool isCorrected)
    {
        _events.Clear();
        foreach (var row in item)
            _events.Add(row.Stored.Event, isCorrected ? [.. CorrectionsOf(row.Window, row.Stored).Select(static correction => correction.Event)] : []);
        List<BusinessDay> firstUses = [.. uses.GroupBy(static use => use.Day.Date.Year).Select(static year => year.Min(static use => use.Day))];
        ItemRule.Fold(_events.InOrder, firstUses, _effect);
        return _events.InOrder.IsEmpty ? null : RowOf(item, _events.InOrder[^1]).Path;
    }

    // Each stock that the item stands in, with the listing that last put it there.
    private List<(Counter Counter, Occurrence Listing, int Times)> Stocks()
    {
        var stocks = new List<(Counter, Occurrence, int)>();
        foreach (var counter in parts.Items)
        {
            var (times, listing) = (0, (Occurrence?)null);
            for (var i = 0; i < _effect.Marks.Count; i++)
            {
                if (_effect.Marks[i].Slot != Slot.Of(counter) || parts.TimesOf(_effect.Marks[i]) is not (not 0 and var change)) continue;
                times += change;
                if (listing is null || _effect.Marks[i].Times > 0) listing = _effect.Causes[i];
            }

            if (times != 0) stocks.Add((counter, listing!, times));
        }

        return stocks;
    }

    private void Add(List<(long Window, UnitPath Path, StoredEvent Stored)> item, List<(BusinessDay Day, long Window)> uses, Counter counter, Occurrence listing, int times)
    {
        var (window, path, row) = RowOf(item, listing);
        if (counter != Counter.ItemsZeroTripUsed || FirstUse(row.Subject, uses) is not { } use)
            rows.Count(path, row, times, CorrectionsOf(window, row).Any());
        else rows.Count(use.Window, use.Accepted, times, CorrectionsOf(use.Id, use.Accepted).Any());
    }

    private (long Id, UnitPath Window, StoredEvent Accepted)? FirstUse(string item, List<(BusinessDay Day, long Window)> uses)
    {
        var ofYear = uses.FindAll(use => use.Day.Date.Year == question.Last.Date.Year);
        if (ofYear.Count == 0) return null;
        var day = ofYear.Min(static use => use.Day);
        return ofYear
            .Where(use => use.Day == day)
            .SelectMany(use => AcceptedOn(use.Window, day).Where(accepted => accepted.Use.Item == item).Select(accepted => (use.Window, stored.PathOf(use.Window), accepted.Accepted)))
            .OrderBy(static use => use.Accepted.Event, Comparer<Occurrence>.Create(Occurrence.Compare))
            .Select(static use => ((long, UnitPath, StoredEvent)?)use)
            .FirstOrDefault();
    }

    private List<(ItemUse Use, StoredEvent Accepted)> AcceptedOn(long window, BusinessDay day)
    {
        if (_accepted.TryGetValue((window, day), out var known)) return known;
        var accepted = new List<(ItemUse, StoredEvent)>();
        foreach (var subject in stored.Subjects(window, SubjectKind.Case, day, day, all: false, open: false))
        {
            _events.Clear();
            foreach (var row in subject) _events.Add(row.Event, [.. CorrectionsOf(window, row).Select(static correction => correction.Event)]);
            SubjectRules.Fold(SubjectKind.Case, subject[0].Subject, _events.InOrder, terms.For(stored.PathOf(window)), _effect);
            if (_effect.Use is not { } use || use.Day != day) continue;
            var cause = _effect.Causes[0];
            accepted.Add((use, subject.Find(row => row.Event.Id == cause.Id && row.Event.Source == cause.Source)!));
        }

        return _accepted[(window, day)] = accepted;
    }

    private IEnumerable<StoredEvent> CorrectionsOf(long window, StoredEvent row)
    {
        if (!_corrections.TryGetValue(window, out var corrections)) _corrections[window] = corrections = stored.Corrections(window);
        return corrections[row.Event.Id].Where(correction => correction.Event.Source == row.Event.Source);
    }

    private void Note((long Window, UnitPath Path, StoredEvent Stored) row, EventReason reason) => rows.Note(row.Path, row.Stored, reason);

    private static (long Window, UnitPath Path, StoredEvent Stored) RowOf(List<(long Window, UnitPath Path, StoredEvent Stored)> item, Occurrence listing) =>
        item.Find(row => row.Stored.Event.Id == listing.Id && row.Stored.Event.Source == listing.Source);
}
