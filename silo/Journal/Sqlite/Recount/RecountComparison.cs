using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Units;

namespace OpsBoard.Silo.Journal.Sqlite;

/// <summary>What is stored, beside what was counted: every figure that differs is named.</summary>
/// <param name="day">Null: all days, and what is open.</param>
internal sealed class RecountComparison(SqliteConnection connection, BusinessDay? day)
{
    private readonly ImmutableArray<RecountDifference>.Builder _differences = ImmutableArray.CreateBuilder<RecountDifference>();
    private readonly long _openKeptFromMs = OpenSubjectsPruning.KeptFromMs(connection);
    private long _cells;

    public RecountResult Result(long events) => new(events, _cells, _differences.ToImmutable());

    public void Compare(WindowCount counted)
    {
        CompareCells(counted.Path, counted.Cells, StoredCells(counted.Id));
        CompareUses(counted.Path, counted.Uses, StoredUses(counted.Id));
        if (day is not null) return;
        CompareOpen(counted.Path, counted.Open, StoredOpen(counted.Id));
        CompareLastEvent(counted);
        CompareVersions(counted);
    }

    /// <param name="counted">The catalogue of a county, by window and day.</param>
    public void CompareItems(IEnumerable<RecountWindow> windows, IReadOnlyDictionary<(long Window, BusinessDay Day), Tally> counted)
    {
        foreach (var (id, path, _) in windows)
        {
            var stored = StoredCells(id);
            foreach (var each in stored.Keys.Union(counted.Keys.Where(cell => cell.Window == id).Select(static cell => cell.Day)).Where(IsAskedFor).Order())
                CompareCounters(path, each, CounterSpan.Beginning, stored.GetValueOrDefault(each, Tally.Zero), counted.GetValueOrDefault((id, each), Tally.Zero));
        }
    }

    // Stored without its transaction: no frame could ever name the version under which such an event counts.
    private void CompareVersions(WindowCount counted)
    {
        using var command = connection.Prepared("SELECT COUNT(*) FROM events JOIN windows USING (window_id) WHERE window_id = $1 AND window_version > version").With(counted.Id);
        var stray = (long)command.ExecuteScalar()!;
        if (stray > 0) _differences.Add(new RecountDifference(counted.Path, "events of versions that the window never had", $"{stray}", "0"));
    }

    private bool IsAskedFor(BusinessDay each) => day is null || each == day;

    private Dictionary<BusinessDay, Tally> StoredCells(long window)
    {
        using var command = connection.Prepared($"SELECT business_day, {ReadStatements.CellColumns} FROM cells WHERE window_id = $1").With(window);
        using var reader = command.ExecuteReader();
        var cells = new Dictionary<BusinessDay, Tally>();
        while (reader.Read()) cells[new BusinessDay(reader.GetInt32(0))] = ReadStatements.TallyAt(reader, 1);
        return cells;
    }

    private Dictionary<(SubjectKind, string), OpenSubject> StoredOpen(long window)
    {
        using var command = connection.Prepared($"SELECT {ReadStatements.OpenColumns} FROM open_subjects WHERE window_id = $1").With(window);
        using var reader = command.ExecuteReader();
        var open = new Dictionary<(SubjectKind, string), OpenSubject>();
        while (reader.Read())
        {
            var subject = ReadStatements.OpenAt(reader, 0);
            open[(subject.Kind, subject.Id)] = subject;
        }

        return open;
    }

    private Dictionary<ItemUse, int> StoredUses(long window)
    {
        using var command = connection.Prepared("SELECT item, business_day, cases FROM windows JOIN item_uses USING (window_id) WHERE window_id = $1 AND path LIKE county || '/%'").With(window);
        using var reader = command.ExecuteReader();
        var uses = new Dictionary<ItemUse, int>();
        while (reader.Read()) uses[new ItemUse(reader.GetString(0), new BusinessDay(reader.GetInt32(1)))] = reader.GetInt32(2);
        return uses;
    }

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

    private void CompareLastEvent(WindowCount counted)
    {
        using var command = connection.Prepared("SELECT last_event_ms FROM windows WHERE window_id = $1").With(counted.Id);
        Differ(counted.Path, "last event, in unix milliseconds", (long)command.ExecuteScalar()!, counted.LastEventMs);
    }

    private void Differ(UnitPath path, string figure, long stored, long counted)
    {
        if (stored != counted) _differences.Add(new RecountDifference(path, figure, $"{stored}", $"{counted}"));
    }

    private static string Standing((SubjectKind, string) key, IReadOnlyDictionary<(SubjectKind Kind, string Id), OpenSubject> open) =>
        !open.TryGetValue(key, out var subject) ? "not open" : $"since {subject.SinceMs}, due {subject.DueMs}, soon {subject.SoonMs}, legally due {subject.LegalDueMs}, {subject.State}";
}
