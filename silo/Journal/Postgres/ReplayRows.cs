using System.Collections.Immutable;
using System.Globalization;
using Npgsql;
using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Units;

namespace OpsBoard.Silo.Journal.Postgres;

/// <summary>What a replay reads of a journal in PostgreSQL.</summary>
/// <param name="isOwn">Whether the connection goes with it.</param>
internal sealed class ReplayRows(NpgsqlConnection connection, bool isOwn) : IReplayRows
{
    public IStoredEvents Stored { get; } = new StoredEvents(connection);

    public long OpenKeptFromMs => Notes.Read(connection, Notes.OpenKeptFrom) is { } text ? long.Parse(text, CultureInfo.InvariantCulture) : 0;

    public ImmutableArray<TokenMark> Tokens(UnitPath scope, BusinessDay day) => TokenRows.Of(connection, scope, day);

    public Dictionary<long, long> VersionsAt(UnitPath scope, TokenMark token) => TokenRows.VersionsAt(connection, scope, token.Number);

    public IEnumerable<OpenSubject> Open(long window) =>
        connection.Rows($"SELECT {ReadStatements.OpenColumns} FROM open_subjects WHERE window_id = $1", [window], static row => ReadStatements.OpenAt(row, 0));

    public IEnumerable<Touch> Touches(long window, long since) => connection.Rows(
        "SELECT subject_kind, window_version, occurred_ms, CASE WHEN window_version > $2 THEN subject ELSE '' END FROM events WHERE window_id = $1",
        [window, since],
        static row => new Touch(row.GetInt64(1), ReadStatements.SubjectKindAt(row, 0), row.GetString(3), row.GetInt64(2)));

    public IEnumerable<(Occurrence Correction, long Version, Touch? Target)> Corrections(long window) => connection.Rows(
        $"""
        SELECT c.kind, c.occurred_ms, name, c.event_id, c.body, c.window_version, t.subject_kind, t.subject, t.occurred_ms, t.window_version
        FROM events c JOIN sources ON sources.source_id = c.source_id
        LEFT JOIN events t ON t.source_id = c.source_id AND t.event_id = c.subject AND t.window_id = c.window_id
        WHERE c.window_id = $1 AND c.subject_kind = {(int)SubjectKind.Correction}
        """,
        [window],
        static row => (ReadStatements.OccurrenceAt(row, 0), row.GetInt64(5), row.IsDBNull(6) ? (Touch?)null : new Touch(row.GetInt64(9), ReadStatements.SubjectKindAt(row, 6), row.GetString(7), row.GetInt64(8))));

    public List<(long Version, Occurrence Event)> EventsOf(long window, SubjectKind kind, string subject) =>
    [
        .. connection.Rows(
            """
            SELECT kind, occurred_ms, name, event_id, body, window_version FROM events JOIN sources USING (source_id)
            WHERE window_id = $1 AND subject_kind = $2 AND subject = $3
            """,
            [window, (short)kind, subject],
            static row => (row.GetInt64(5), ReadStatements.OccurrenceAt(row, 0))),
    ];

    public List<LaterEvent> CameWith(long window, UnitPath path, SubjectKind kind, string subject, long version) =>
    [
        .. connection.Rows(
            """
            SELECT kind, name, event_id, occurred_ms, received_ms FROM events JOIN sources USING (source_id)
            WHERE window_id = $1 AND subject_kind = $2 AND subject = $3 AND window_version = $4
            """,
            [window, (short)kind, subject, version],
            row => new LaterEvent(path, (EventKind)row.GetInt16(0), row.GetString(1), row.GetString(2), row.GetInt64(3), row.GetInt64(4))),
    ];

    public void Dispose()
    {
        if (isOwn) connection.Dispose();
    }
}
