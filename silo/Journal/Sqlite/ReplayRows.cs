using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Units;

namespace OpsBoard.Silo.Journal.Sqlite;

/// <summary>What a replay reads of a journal in a file. The statement that it runs for each subject is parsed once.</summary>
/// <param name="isOwn">Whether the connection goes with it.</param>
internal sealed class ReplayRows(SqliteConnection connection, bool isOwn) : IReplayRows
{
    private Statement? _events;

    public IStoredEvents Stored { get; } = new StoredEvents(connection);

    public long OpenKeptFromMs => OpenSubjectsPruning.KeptFromMs(connection);

    public ImmutableArray<TokenMark> Tokens(UnitPath scope, BusinessDay day) => TokenStatements.Of(connection, scope, day);

    public Dictionary<long, long> VersionsAt(UnitPath scope, TokenMark token) => TokenStatements.VersionsAt(connection, scope, token.Number);

    public IEnumerable<OpenSubject> Open(long window)
    {
        using var command = connection.Prepared($"SELECT {ReadStatements.OpenColumns} FROM open_subjects WHERE window_id = $1").With(window);
        using var reader = command.ExecuteReader();
        while (reader.Read()) yield return ReadStatements.OpenAt(reader, 0);
    }

    public IEnumerable<Touch> Touches(long window, long since)
    {
        using var command = connection.Prepared(
            "SELECT subject_kind, window_version, occurred_ms, subject FROM events INDEXED BY events_by_subject WHERE window_id = $1").With(window);
        using var reader = command.ExecuteReader();
        while (reader.Read()) yield return new Touch(reader.GetInt64(1), (SubjectKind)reader.GetByte(0), reader.GetInt64(1) > since ? reader.GetString(3) : "", reader.GetInt64(2));
    }

    public IEnumerable<(Occurrence Correction, long Version, Touch? Target)> Corrections(long window)
    {
        using var command = connection.Prepared(
            $"""
            SELECT c.kind, c.occurred_ms, name, c.event_id, c.body, c.window_version, t.subject_kind, t.subject, t.occurred_ms, t.window_version
            FROM events c JOIN sources ON sources.source_id = c.source_id
            LEFT JOIN events t ON t.source_id = c.source_id AND t.event_id = c.subject AND t.window_id = c.window_id
            WHERE c.window_id = $1 AND c.subject_kind = {(int)SubjectKind.Correction}
            """).With(window);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var target = reader.IsDBNull(6) ? (Touch?)null : new Touch(reader.GetInt64(9), (SubjectKind)reader.GetByte(6), reader.GetString(7), reader.GetInt64(8));
            yield return (ReadStatements.OccurrenceAt(reader, 0), reader.GetInt64(5), target);
        }
    }

    public List<(long Version, Occurrence Event)> EventsOf(long window, SubjectKind kind, string subject)
    {
        _events ??= connection.Prepared(
            """
            SELECT kind, occurred_ms, name, event_id, body, window_version FROM events JOIN sources USING (source_id)
            WHERE window_id = $1 AND subject_kind = $2 AND subject = $3
            """);
        using var reader = _events.With(window, (int)kind, subject).ExecuteReader();
        var events = new List<(long, Occurrence)>();
        while (reader.Read()) events.Add((reader.GetInt64(5), ReadStatements.OccurrenceAt(reader, 0)));
        return events;
    }

    public List<LaterEvent> CameWith(long window, UnitPath path, SubjectKind kind, string subject, long version)
    {
        using var command = connection.Prepared(
            """
            SELECT kind, name, event_id, occurred_ms, received_ms FROM events JOIN sources USING (source_id)
            WHERE window_id = $1 AND subject_kind = $2 AND subject = $3 AND window_version = $4
            """).With(window, (int)kind, subject, version);
        using var reader = command.ExecuteReader();
        var rows = new List<LaterEvent>();
        while (reader.Read()) rows.Add(new LaterEvent(path, (EventKind)reader.GetByte(0), reader.GetString(1), reader.GetString(2), reader.GetInt64(3), reader.GetInt64(4)));
        return rows;
    }

    public void Dispose()
    {
        _events?.Dispose();
        if (isOwn) connection.Dispose();
    }
}
