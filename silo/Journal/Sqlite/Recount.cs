using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Units;

namespace OpsBoard.Silo.Journal.Sqlite;

/// <summary>
/// Counts every event anew and compares with the stored cells and open subjects. It shares the counting rules with the writer and nothing
/// else: no running sum, no order of arrival.
/// </summary>
internal sealed class Recount(SqliteConnection connection, CountingTerms terms, UnitPath? scope, BusinessDay? day, IProgress<long>? progress)
{
    private readonly EventCount _count = new(connection, terms, progress);
    private readonly ImmutableArray<RecountDifference>.Builder _differences = ImmutableArray.CreateBuilder<RecountDifference>();
    private long _cells;

    public RecountResult Run(CancellationToken cancellation)
    {
        foreach (var county in _count.Windows(scope).GroupBy(static window => window.Path.Parent.Parent)) CompareCounty(county.Key, cancellation);
        progress?.Report(_count.Events);
        return new RecountResult(_count.Events, _cells, _differences.ToImmutable());
    }

    // An item is used by cases of all windows of its county, so with a catalogue all of them are counted, whatever was asked for.
    private void CompareCounty(UnitPath county, CancellationToken cancellation)
    {
        var hasItems = _count.HasItems(county);
        var uses = new List<ItemUse>();
        foreach (var (id, path, version) in _count.Windows(hasItems ? county : scope).Where(window => county.Contains(window.Path)))
        {
            cancellation.ThrowIfCancellationRequested();
            var counted = _count.Count(id, path, version);
            uses.AddRange(counted.Uses.Keys);
            if (scope?.Contains(path) ?? true) Compare(counted);
        }

        if (hasItems) CompareItems(county, _count.CountItems(county, uses));
    }

    private void Compare(WindowCount counted)
    {
        CompareCells(counted.Path, counted.Cells, StoredCells(counted.Id));
        if (day is null) CompareOpen(counted.Path, counted.Open, StoredOpen(counted.Id));
    }

    private Dictionary<BusinessDay, Tally> StoredCells(long window)
    {
        using var command = connection.Prepared($"SELECT business_day, {ReadStatements.CellColumns} FROM cells WHERE window_id = $1", 1).With(window);
        using var reader = command.ExecuteReader();
        var cells = new Dictionary<BusinessDay, Tally>();
        while (reader.Read()) cells[new BusinessDay(reader.GetInt32(0))] = ReadStatements.TallyAt(reader, 1);
        return cells;
    }

    private Dictionary<(SubjectKind, string), OpenSubject> StoredOpen(long window)
    {
        using var command = connection.Prepared($"SELECT {ReadStatements.OpenColumns} FROM open_subjects WHERE window_id = $1", 1).With(window);
        using var reader = command.ExecuteReader();
        var open = new Dictionary<(SubjectKind, string), OpenSubject>();
        while (reader.Read())
        {
            var subject = ReadStatements.OpenAt(reader, 0);
            open[(subject.Kind, subject.Id)] = subject;
        }

        return open;
    }

    private void CompareCells(UnitPath path, IReadOnlyDictionary<BusinessDay, Tally> counted, Dictionary<BusinessDay, Tally> stored)
    {
        foreach (var each in counted.Keys.Union(stored.Keys).Where(each => day is null || each == day).Order())
        {
            _cells++;
            var (was, isNow) = (stored.GetValueOrDefault(each, Tally.Zero), counted.GetValueOrDefault(each, Tally.Zero));
            foreach (var counter in Counters.All.Where(static counter => Counters.SpanOf(counter) == CounterSpan.Period))
                CompareCounts(path, each, counter, was[counter], isNow[counter]);
            if (was.Waits != isNow.Waits) _differences.Add(new RecountDifference(path, $"{each} waits", $"{was.Waits.Count} in all", $"{isNow.Waits.Count} in all"));
            if (was.Handling != isNow.Handling) _differences.Add(new RecountDifference(path, $"{each} handling", $"{was.Handling.Count} in all", $"{isNow.Handling.Count} in all"));
            if (was.Trend != isNow.Trend) _differences.Add(new RecountDifference(path, $"{each} trend", $"{was.Trend.Slices.Sum} in all", $"{isNow.Trend.Slices.Sum} in all"));
        }
    }

    private void CompareItems(UnitPath county, List<(UnitPath Window, Mark Mark)> marks)
    {
        var counted = marks.GroupBy(static row => row.Window).ToDictionary(static window => window.Key, static window => CellsOf(window.Select(static row => row.Mark)));
        foreach (var (id, path, _) in _count.Windows(county).Where(window => scope?.Contains(window.Path) ?? true))
        {
            var stored = StoredCells(id);
            var isNow = counted.GetValueOrDefault(path, []);
            foreach (var each in stored.Keys.Union(isNow.Keys).Where(each => day is null || each == day).Order())
                CompareItems(path, each, stored.GetValueOrDefault(each, Tally.Zero), isNow.GetValueOrDefault(each, Tally.Zero));
        }
    }

    private void CompareItems(UnitPath path, BusinessDay each, Tally stored, Tally counted)
    {
        foreach (var counter in Counters.All.Where(static counter => Counters.SpanOf(counter) != CounterSpan.Period))
            CompareCounts(path, each, counter, stored[counter], counted[counter]);
    }

    private void CompareCounts(UnitPath path, BusinessDay each, Counter counter, long stored, long counted)
    {
        if (stored != counted) _differences.Add(new RecountDifference(path, $"{each} {counter}", $"{stored}", $"{counted}"));
    }

    private static Dictionary<BusinessDay, Tally> CellsOf(IEnumerable<Mark> marks)
    {
        var cells = new Dictionary<BusinessDay, TallyBuilder>();
        foreach (var mark in marks) (cells.TryGetValue(mark.Day, out var cell) ? cell : cells[mark.Day] = new TallyBuilder()).Add(mark);
        return cells.ToDictionary(static pair => pair.Key, static pair => pair.Value.ToTally());
    }

    private void CompareOpen(UnitPath path, IReadOnlyDictionary<(SubjectKind Kind, string Id), OpenSubject> counted, Dictionary<(SubjectKind Kind, string Id), OpenSubject> stored)
    {
        foreach (var key in counted.Keys.Union(stored.Keys).Where(key => !Equals(counted.GetValueOrDefault(key), stored.GetValueOrDefault(key))))
            _differences.Add(new RecountDifference(path, $"open {key.Kind} {key.Id}", $"{stored.ContainsKey(key)}", $"{counted.ContainsKey(key)}"));
    }
}
