using Microsoft.Data.Sqlite;
using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Units;

namespace OpsBoard.Silo.Journal.Sqlite;

/// <summary>Reads raw events, and what is kept beside them, at the instant of its connection's transaction.</summary>
internal sealed class StoredEvents(SqliteConnection connection) : IStoredEvents
{
    /// <summary>
    /// The events of those subjects of a kind ($2) in a window ($1) to which something happened in a span of time (from $4, before $5), found in
    /// the index alone; with $3 of all subjects, whenever.
    /// </summary>
    public const string SubjectsInSpan =
        $"""
        SELECT {Columns} FROM events JOIN sources USING (source_id)
        WHERE window_id = $1 AND subject_kind = $2 AND ($3
            OR subject IN (SELECT subject FROM events INDEXED BY events_by_subject WHERE window_id = $1 AND subject_kind = $2 AND occurred_ms >= $4 AND occurred_ms < $5))
        ORDER BY subject
        """;

    /// <summary>The corrections of a window ($1).</summary>
    public static readonly string CorrectionsOfWindow = $"SELECT {Columns} FROM events JOIN sources USING (source_id) WHERE window_id = $1 AND subject_kind = {(int)SubjectKind.Correction}";

    private const string Columns = "kind, occurred_ms, name, event_id, body, subject, received_ms";

    public List<StoredWindow> Windows(UnitPath? scope)
    {
        using var command = connection.Prepared($"SELECT window_id, path, version, last_event_ms FROM windows WHERE {ReadStatements.InScope} ORDER BY path").ForScope(scope);
        using var reader = command.ExecuteReader();
        var windows = new List<StoredWindow>();
        while (reader.Read()) windows.Add(new StoredWindow(reader.GetInt64(0), UnitPath.Parse(reader.GetString(1)), reader.GetInt64(2), reader.GetInt64(3)));
        return windows;
    }

    public IEnumerable<(SubjectKind Kind, string Subject, Occurrence Event)> All(long window, bool corrections)
    {
        using var command = connection.Prepared(
            $"""
            SELECT kind, occurred_ms, name, event_id, body, subject_kind, subject FROM events JOIN sources USING (source_id)
            WHERE window_id = $1 AND (subject_kind = {(int)SubjectKind.Correction}) = $2 ORDER BY subject_kind, subject
            """).With(window, corrections);
        using var reader = command.ExecuteReader();
        while (reader.Read()) yield return ((SubjectKind)reader.GetByte(5), reader.GetString(6), ReadStatements.OccurrenceAt(reader, 0));
    }

    public List<(UnitPath Window, string Subject, Occurrence Event)> OfCounty(UnitPath county, bool corrections)
    {
        var kind = corrections ? SubjectKind.Correction : SubjectKind.Item;
        using var command = connection.Prepared(
            $"""
            SELECT kind, occurred_ms, name, event_id, body, path, subject FROM windows JOIN events USING (window_id) JOIN sources USING (source_id)
            WHERE {ReadStatements.InScope} AND subject_kind = {(int)kind}
            """).ForScope(county);
        using var reader = command.ExecuteReader();
        var events = new List<(UnitPath, string, Occurrence)>();
        while (reader.Read()) events.Add((UnitPath.Parse(reader.GetString(5)), reader.GetString(6), ReadStatements.OccurrenceAt(reader, 0)));
        return events;
    }

    public IEnumerable<List<StoredEvent>> Subjects(long window, SubjectKind kind, BusinessDay first, BusinessDay last, bool all, bool open)
    {
        using var command = connection.Prepared(
            $"""
            SELECT {Columns} FROM events JOIN sources USING (source_id)
            WHERE window_id = $1 AND subject_kind = $2 AND ($3
                OR subject IN (SELECT subject FROM events WHERE window_id = $1 AND subject_kind = $2 AND business_day BETWEEN $4 AND $5)
                OR ($6 AND subject IN (SELECT subject FROM open_subjects WHERE window_id = $1 AND subject_kind = $2)))
            ORDER BY subject
            """).With(window, (int)kind, all, first.Number, last.Number, open);
        foreach (var subject in BySubject(command)) yield return subject;
    }

    /// <summary>The rows of a statement that gives them in the order of their subjects; subject after subject.</summary>
    public static IEnumerable<List<StoredEvent>> BySubject(Statement command)
    {
        using var reader = command.ExecuteReader();
        var subject = new List<StoredEvent>();
        while (reader.Read())
        {
            var next = At(reader);
            if (subject.Count > 0 && subject[^1].Subject != next.Subject)
            {
                yield return subject;
                subject = [];
            }

            subject.Add(next);
        }

        if (subject.Count > 0) yield return subject;
    }

    public ILookup<string, StoredEvent> Corrections(long window)
    {
        using var command = connection.Prepared(CorrectionsOfWindow).With(window);
        return ByTarget(command);
    }

    /// <summary>The rows of a statement that gives corrections, by the id of the event that they correct.</summary>
    public static ILookup<string, StoredEvent> ByTarget(Statement command)
    {
        using var reader = command.ExecuteReader();
        var corrections = new List<StoredEvent>();
        while (reader.Read()) corrections.Add(At(reader));
        return corrections.ToLookup(static correction => correction.Subject, StringComparer.Ordinal);
    }

    public UnitPath PathOf(long window)
    {
        using var command = connection.Prepared("SELECT path FROM windows WHERE window_id = $1").With(window);
        return UnitPath.Parse((string)command.ExecuteScalar()!);
    }

    public StoredEvent? Find(string source, string id)
    {
        using var command = connection.Prepared(
            $"SELECT {Columns} FROM events JOIN sources USING (source_id) WHERE event_id = $1 AND source_id = (SELECT source_id FROM sources WHERE name = $2)").With(id, source);
        using var reader = command.ExecuteReader();
        return reader.Read() ? At(reader) : null;
    }

    public IEnumerable<IGrouping<string, (long Window, UnitPath Path, StoredEvent Stored)>> Items(UnitPath county)
    {
        using var command = connection.Prepared(
            $"""
            SELECT {Columns}, window_id, path FROM windows JOIN events USING (window_id) JOIN sources USING (source_id)
            WHERE {ReadStatements.InScope} AND subject_kind = {(int)SubjectKind.Item}
            """).ForScope(county);
        using var reader = command.ExecuteReader();
        var items = new List<(long, UnitPath, StoredEvent Stored)>();
        while (reader.Read()) items.Add((reader.GetInt64(7), UnitPath.Parse(reader.GetString(8)), At(reader)));
        return items.GroupBy(static row => row.Stored.Subject, StringComparer.Ordinal);
    }

    public ILookup<string, (BusinessDay Day, long Window)> Uses(UnitPath county)
    {
        using var command = connection.Prepared("SELECT item, business_day, window_id FROM item_uses WHERE county = $1 ORDER BY item, business_day").With(county.ToString());
        using var reader = command.ExecuteReader();
        var uses = new List<(string Item, BusinessDay Day, long Window)>();
        while (reader.Read()) uses.Add((reader.GetString(0), new BusinessDay(reader.GetInt32(1)), reader.GetInt64(2)));
        return uses.ToLookup(static use => use.Item, static use => (use.Day, use.Window), StringComparer.Ordinal);
    }

    public List<Revision> LeftOut(long window)
    {
        using var command = connection.Prepared($"SELECT {ReadStatements.RevisionColumns} WHERE window_id = $1 AND state IN ($2, $3)")
            .With(window, (int)RevisionState.Waiting, (int)RevisionState.Refused);
        using var reader = command.ExecuteReader();
        var revisions = new List<Revision>();
        while (reader.Read()) revisions.Add(ReadStatements.RevisionAt(reader));
        return revisions;
    }

    public Dictionary<BusinessDay, Tally> Cells(long window, BusinessDay first, BusinessDay last)
    {
        using var command = connection.Prepared($"SELECT business_day, {ReadStatements.CellColumns} FROM cells WHERE window_id = $1 AND business_day BETWEEN $2 AND $3")
            .With(window, first.Number, last.Number);
        using var reader = command.ExecuteReader();
        var cells = new Dictionary<BusinessDay, Tally>();
        while (reader.Read()) cells[new BusinessDay(reader.GetInt32(0))] = ReadStatements.TallyAt(reader, 1);
        return cells;
    }

    private static StoredEvent At(Rows reader) => new(reader.GetString(5), ReadStatements.OccurrenceAt(reader, 0), reader.GetInt64(6));
}
