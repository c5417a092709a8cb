using System.Collections.Immutable;
using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Units;

namespace OpsBoard.Silo.Journal.Sqlite;

/// <summary>What is stored, beside what was counted: every figure that differs is named.</summary>
/// <param name="day">Null: all days, and what is open.</param>
internal sealed class RecountComparison(StoredFigures stored, BusinessDay? day)
{
    private readonly ImmutableArray<RecountDifference>.Builder _differences = ImmutableArray.CreateBuilder<RecountDifference>();
    private readonly long _openKeptFromMs = stored.OpenKeptFromMs;
    private long _cells;

    public RecountResult Result(long events) => new(events, _cells, _differences.ToImmutable());

    public void Compare(WindowCount counted)
    {
        CompareCells(counted.Path, counted.Cells, stored.Cells(counted.Id));
        CompareUses(counted.Path, counted.Uses, stored.Uses(counted.Id));
        if (day is not null) return;
        CompareOpen(counted.Path, counted.Open, stored.Open(counted.Id));
        CompareLastEvent(counted);
        CompareVersions(counted);
    }

    /// <param name="counted">The catalogue of a county, by window and day.</param>
    public void CompareItems(IEnumerable<RecountWindow> windows, IReadOnlyDictionary<(long Window, BusinessDay Day), Tally> counted)
    {
        var days = counted.Keys.ToLookup(static cell => cell.Window, static cell => cell.Day);
        foreach (var (id, path, _) in windows)
        {
            var cells = stored.Cells(id);
            foreach (var each in cells.Keys.Union(days[id]).Where(IsAskedFor).Order())
                CompareCounters(path, each, CounterSpan.Beginning, cells.GetValueOrDefault(each, Tally.Zero), counted.GetValueOrDefault((id, each), Tally.Zero));
        }
    }

    // Stored without its transaction: no frame could ever name the version under which such an event counts.
    private void CompareVersions(WindowCount counted)
    {
        var stray = stored.StrayEvents(counted.Id);
        if (stray > 0) _differences.Add(new RecountDifference(counted.Path, "events of versions that the window never had", $"{stray}", "0"));
    }

    private bool IsAskedFor(BusinessDay each) => day is null || each == day;

    private void CompareCells(UnitPath path, IReadOnlyDictionary<BusinessDay, Tally> counted, Dictionary<BusinessDay, Tally> stored)
    {
        foreach (var each in counted.Keys.Union(stored.Keys).Where(IsAskedFor).Order())
        {
            _cells++;
            var (was, isNow) = (stored.GetValueOrDefault(each, Tally.Zero), counted.GetValueOrDefault(each, Tally.Zero));
            CompareCounters(path, each, CounterSpan.Period, was, isNow);
            CompareSlices(path, $"{each} waits", was.Waits.Buckets, isNow.Waits.Buckets);
            CompareSlices(path, $"{each} handling", was.Handling.Buckets, isNow.Handling.Buckets);
            CompareSlices(path, $"{each} trend", was.Trend.Slices, isNow.Trend.Slices);
        }
    }

    // Stocks, of the year or from the beginning, are the item catalogue.
    private void CompareCounters(UnitPath path, BusinessDay each, CounterSpan span, Tally stored, Tally counted)
    {
        foreach (var counter in Counters.All.Where(counter => Counters.SpanOf(counter) == CounterSpan.Period == (span == CounterSpan.Period)))
            Differ(path, $"{each} {counter}", stored[counter], counted[counter]);
    }

    private void CompareSlices(UnitPath path, string figure, SparseCounts stored, SparseCounts counted)
    {
        if (stored == counted) return;
        foreach (var (key, count) in counted - stored) Differ(path, $"{figure}[{key}]", stored[key], stored[key] + count);
    }

    private void CompareUses(UnitPath path, IReadOnlyDictionary<ItemUse, int> counted, Dictionary<ItemUse, int> stored)
    {
        foreach (var use in counted.Keys.Union(stored.Keys).Where(use => IsAskedFor(use.Day)))
            Differ(path, $"{use.Day} cases for item {use.Item}", stored.GetValueOrDefault(use), counted.GetValueOrDefault(use));
    }

    private void CompareOpen(UnitPath path, IReadOnlyDictionary<(SubjectKind Kind, string Id), OpenSubject> counted, Dictionary<(SubjectKind Kind, string Id), OpenSubject> stored)
    {
        // Tickets and openings of sealed days are let go (0018).
        bool IsKept((SubjectKind, string) key) => KeptSubjects.IsKept(counted.TryGetValue(key, out var open) ? open : stored[key], _openKeptFromMs);
        foreach (var key in counted.Keys.Union(stored.Keys).Where(key => IsKept(key) && !Equals(counted.GetValueOrDefault(key), stored.GetValueOrDefault(key))))
            _differences.Add(new RecountDifference(path, $"open {key.Kind} {key.Id}", Standing(key, stored), Standing(key, counted)));
    }

    private void CompareLastEvent(WindowCount counted) => Differ(counted.Path, "last event, in unix milliseconds", stored.LastEventMs(counted.Id), counted.LastEventMs);

    private void Differ(UnitPath path, string figure, long stored, long counted)
    {
        if (stored != counted) _differences.Add(new RecountDifference(path, figure, $"{stored}", $"{counted}"));
    }

    private static string Standing((SubjectKind, string) key, IReadOnlyDictionary<(SubjectKind Kind, string Id), OpenSubject> open) =>
        !open.TryGetValue(key, out var subject) ? "not open" : $"since {subject.SinceMs}, due {subject.DueMs}, soon {subject.SoonMs}, legally due {subject.LegalDueMs}, {subject.State}";
}
