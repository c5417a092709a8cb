using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Units;

namespace OpsBoard.Silo.Journal.Sqlite;

/// <summary>
/// Counts every event anew, window by window, and compares with the stored cells and open subjects. It shares the counting rules with
/// the writer and nothing else: no running sum, no order of arrival.
/// </summary>
internal sealed class Recount(SqliteConnection connection, UnitPath? scope, BusinessDay? day, IProgress<long>? progress)
{
    private const int ProgressEvery = 10_000;

    private readonly ImmutableArray<RecountDifference>.Builder _differences = ImmutableArray.CreateBuilder<RecountDifference>();
    private long _events;
    private long _cells;

    public RecountResult Run(CancellationToken cancellation)
    {
        foreach (var (id, path) in Windows())
        {
            cancellation.ThrowIfCancellationRequested();
            Compare(id, path);
        }

        progress?.Report(_events);
        return new RecountResult(_events, _cells, _differences.ToImmutable());
    }

    private List<(long Id, UnitPath Path)> Windows()
    {
        using var command = connection.Prepared($"SELECT window_id, path FROM windows WHERE {ReadStatements.InScope} ORDER BY path", 0).ForScope(scope);
        using var reader = command.ExecuteReader();
        var windows = new List<(long, UnitPath)>();
        while (reader.Read()) windows.Add((reader.GetInt64(0), UnitPath.Parse(reader.GetString(1))));
        return windows;
    }

    private void Compare(long id, UnitPath path)
    {
        var cells = new Dictionary<BusinessDay, TallyBuilder>();
        var open = new Dictionary<(SubjectKind, string), OpenSubject>();
        foreach (var (kind, subject, effect) in Effects(id))
        {
            foreach (var mark in effect.Marks) (cells.TryGetValue(mark.Day, out var cell) ? cell : cells[mark.Day] = new TallyBuilder()).Add(mark, 1);
            if (effect.Open is { } waiting) open[(kind, subject)] = waiting;
        }

        CompareCells(path, cells.ToDictionary(static pair => pair.Key, static pair => pair.Value.ToTally()), StoredCells(id));
        if (day is null) CompareOpen(path, open, StoredOpen(id));
    }

    private IEnumerable<(SubjectKind Kind, string Id, Effect Effect)> Effects(long window)
    {
        var corrections = Events(window, corrections: true).Select(static row => row.Occurrence).ToList();
        var subject = new List<Occurrence>();
        (SubjectKind Kind, string Id) current = (SubjectKind.None, "");
        foreach (var row in Events(window, corrections: false))
        {
            if (row.Kind == SubjectKind.Heartbeat) continue;
            if ((row.Kind, row.Subject) != current && subject.Count > 0)
            {
                yield return (current.Kind, current.Id, SubjectRules.EffectOf(current.Kind, current.Id, subject, corrections));
                subject.Clear();
            }

            current = (row.Kind, row.Subject);
            subject.Add(row.Occurrence);
        }

        if (subject.Count > 0)
            yield return (current.Kind, current.Id, SubjectRules.EffectOf(current.Kind, current.Id, subject, corrections));
    }

    private IEnumerable<(SubjectKind Kind, string Subject, Occurrence Occurrence)> Events(long window, bool corrections)
    {
        using var command = connection.Prepared(
            $"""
            SELECT kind, occurred_ms, name, event_id, body, subject_kind, subject FROM events JOIN sources USING (source_id)
            WHERE window_id = $1 AND (subject_kind = {(int)SubjectKind.Correction}) = $2 ORDER BY subject_kind, subject
            """, 2).With(window, corrections);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            if (++_events % ProgressEvery == 0) progress?.Report(_events);
            yield return ((SubjectKind)reader.GetByte(5), reader.GetString(6), ReadStatements.OccurrenceAt(reader, 0));
        }
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

    private void CompareCells(UnitPath path, Dictionary<BusinessDay, Tally> counted, Dictionary<BusinessDay, Tally> stored)
    {
        foreach (var each in counted.Keys.Union(stored.Keys).Where(each => day is null || each == day).Order())
        {
            _cells++;
            var (was, isNow) = (stored.GetValueOrDefault(each, Tally.Zero), counted.GetValueOrDefault(each, Tally.Zero));
            foreach (var counter in Enum.GetValues<Counter>().Where(counter => was[counter] != isNow[counter]))
                _differences.Add(new RecountDifference(path, $"{each} {counter}", $"{was[counter]}", $"{isNow[counter]}"));
            if (was.Waits != isNow.Waits) _differences.Add(new RecountDifference(path, $"{each} waits", $"{was.Waits.Count} in all", $"{isNow.Waits.Count} in all"));
            if (was.Handling != isNow.Handling) _differences.Add(new RecountDifference(path, $"{each} handling", $"{was.Handling.Count} in all", $"{isNow.Handling.Count} in all"));
        }
    }

    private void CompareOpen(UnitPath path, Dictionary<(SubjectKind Kind, string Id), OpenSubject> counted, Dictionary<(SubjectKind Kind, string Id), OpenSubject> stored)
    {
        foreach (var key in counted.Keys.Union(stored.Keys).Where(key => !Equals(counted.GetValueOrDefault(key), stored.GetValueOrDefault(key))))
            _differences.Add(new RecountDifference(path, $"open {key.Kind} {key.Id}", $"{stored.ContainsKey(key)}", $"{counted.ContainsKey(key)}"));
    }
}
