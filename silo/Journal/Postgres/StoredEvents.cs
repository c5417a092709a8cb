using Npgsql;
using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Units;

namespace OpsBoard.Silo.Journal.Postgres;

/// <summary>Reads raw events, and what is kept beside them, at the instant of its connection's transaction. A connection answers one question at a time, so each answer is read to its end.</summary>
internal sealed class StoredEvents(NpgsqlConnection connection) : IStoredEvents
{
    private const string Columns = "kind, occurred_ms, name, event_id, body, subject, received_ms";

    private const string OfKind = $"SELECT {Columns} FROM events JOIN sources USING (source_id) WHERE window_id = $1 AND subject_kind = $2";

    public List<StoredWindow> Windows(UnitPath? scope) =>
    [
        .. connection.Rows(
            $"SELECT window_id, path, version, last_event_ms FROM windows WHERE {ReadStatements.InScope} ORDER BY path",
            ReadStatements.Scope(scope),
            static row => new StoredWindow(row.GetInt64(0), ReadStatements.PathAt(row, 1), row.GetInt64(2), row.GetInt64(3))),
    ];

    public UnitPath PathOf(long window) => UnitPath.Parse((string)connection.Scalar("SELECT path FROM windows WHERE window_id = $1", window)!);

    public IEnumerable<(SubjectKind Kind, string Subject, Occurrence Event)> All(long window, bool corrections) =>
    [
        .. connection.Rows(
            $"""
            SELECT kind, occurred_ms, name, event_id, body, subject_kind, subject FROM events JOIN sources USING (source_id)
            WHERE window_id = $1 AND (subject_kind = {(int)SubjectKind.Correction}) = $2 ORDER BY subject_kind, subject
            """,
            [window, corrections],
            static row => (ReadStatements.SubjectKindAt(row, 5), row.GetString(6), ReadStatements.OccurrenceAt(row, 0))),
    ];

    public List<(UnitPath Window, string Subject, Occurrence Event)> OfCounty(UnitPath county, bool corrections) =>
    [
        .. connection.Rows(
            $"""
            SELECT kind, occurred_ms, name, event_id, body, path, subject FROM windows JOIN events USING (window_id) JOIN sources USING (source_id)
            WHERE {ReadStatements.InScope} AND subject_kind = $5
            """,
            ReadStatements.Scope(county, (short)(corrections ? SubjectKind.Correction : SubjectKind.Item)),
            static row => (ReadStatements.PathAt(row, 5), row.GetString(6), ReadStatements.OccurrenceAt(row, 0))),
    ];

    public IEnumerable<List<StoredEvent>> Subjects(long window, SubjectKind kind, BusinessDay first, BusinessDay last, bool all, bool open) => BySubject(connection.Rows(
        $"""
        {OfKind} AND ($3
            OR subject IN (SELECT subject FROM events WHERE window_id = $1 AND subject_kind = $2 AND business_day BETWEEN $4 AND $5)
            OR ($6 AND subject IN (SELECT subject FROM open_subjects WHERE window_id = $1 AND subject_kind = $2)))
        ORDER BY subject
        """,
        [window, (short)kind, all, first.Number, last.Number, open],
        At));

    /// <summary>The events of those subjects of a window to which something happened in a span of time; subject after subject.</summary>
    /// <param name="all">All subjects of the kind, whenever.</param>
    public IEnumerable<List<StoredEvent>> SubjectsIn(long window, SubjectKind kind, long fromMs, long toMs, bool all) => BySubject(connection.Rows(
        $"""
        {OfKind} AND ($3 OR subject IN (SELECT subject FROM events WHERE window_id = $1 AND subject_kind = $2 AND occurred_ms >= $4 AND occurred_ms < $5))
        ORDER BY subject
        """,
        [window, (short)kind, all, fromMs, toMs],
        At));

    public ILookup<string, StoredEvent> Corrections(long window) =>
        connection.Rows(OfKind, [window, (short)SubjectKind.Correction], At).ToLookup(static correction => correction.Subject, StringComparer.Ordinal);

    public StoredEvent? Find(string source, string id) => connection.Rows(
        $"SELECT {Columns} FROM events JOIN sources USING (source_id) WHERE event_id = $1 AND source_id = (SELECT source_id FROM sources WHERE name = $2)", [id, source], At).FirstOrDefault();

    public IEnumerable<IGrouping<string, (long Window, UnitPath Path, StoredEvent Stored)>> Items(UnitPath county) => connection.Rows(
        $"""
        SELECT {Columns}, window_id, path FROM windows JOIN events USING (window_id) JOIN sources USING (source_id)
        WHERE {ReadStatements.InScope} AND subject_kind = $5
        """,
        ReadStatements.Scope(county, (short)SubjectKind.Item),
        static row => (Window: row.GetInt64(7), Path: ReadStatements.PathAt(row, 8), Stored: At(row))).ToList().GroupBy(static row => row.Stored.Subject, StringComparer.Ordinal);

    public ILookup<string, (BusinessDay Day, long Window)> Uses(UnitPath county) => connection.Rows(
        "SELECT item, business_day, window_id FROM item_uses WHERE county = $1 ORDER BY item, business_day",
        [county.ToString()],
        static row => (Item: row.GetString(0), Day: ReadStatements.DayAt(row, 1), Window: row.GetInt64(2))).ToLookup(static use => use.Item, static use => (use.Day, use.Window), StringComparer.Ordinal);

    public List<Revision> LeftOut(long window) =>
    [
        .. connection.Rows(
            $"SELECT {ReadStatements.RevisionColumns} WHERE window_id = $1 AND state IN ({(int)RevisionState.Waiting}, {(int)RevisionState.Refused})", [window], ReadStatements.RevisionAt),
    ];

    public Dictionary<BusinessDay, Tally> Cells(long window, BusinessDay first, BusinessDay last) => connection.Rows(
        $"SELECT business_day, {ReadStatements.CellColumns} FROM cells WHERE window_id = $1 AND business_day BETWEEN $2 AND $3",
        [window, first.Number, last.Number],
        static row => (Day: ReadStatements.DayAt(row, 0), Tally: ReadStatements.TallyAt(row, 1))).ToDictionary(static cell => cell.Day, static cell => cell.Tally);

    private static List<List<StoredEvent>> BySubject(IEnumerable<StoredEvent> inOrder)
    {
        var subjects = new List<List<StoredEvent>>();
        foreach (var stored in inOrder)
        {
            if (subjects is [] || subjects[^1][0].Subject != stored.Subject) subjects.Add([]);
            subjects[^1].Add(stored);
        }

        return subjects;
    }

    private static StoredEvent At(NpgsqlDataReader row) => new(row.GetString(5), ReadStatements.OccurrenceAt(row, 0), row.GetInt64(6));
}
