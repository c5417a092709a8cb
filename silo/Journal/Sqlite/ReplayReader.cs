using Microsoft.Data.Sqlite;
using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Units;

namespace OpsBoard.Silo.Journal.Sqlite;

/// <summary>
/// Reads the present state of the windows of a scope and, from the index alone, what came since a day began: from there a replay goes
/// back. All of it at one instant of the journal.
/// </summary>
internal sealed class ReplayReader(SqliteConnection connection, CountingTerms terms, UnitPath scope, BusinessDay day, long mostEvents)
{
    private long _touches;

    /// <exception cref="ReplayTooLargeException">Too many events came since the day began.</exception>
    public SqliteReplay Read(Func<SqliteConnection> open, IProgress<double>? progress, CancellationToken cancellation)
    {
        var tokens = TokenStatements.Of(connection, scope, day);
        var (first, last) = tokens is [] ? ([], []) : (VersionsOf(tokens[0]), VersionsOf(tokens[^1]));
        var found = new StoredEvents(connection).Windows(scope);
        var windows = new List<ReplayWindow>(found.Count);
        foreach (var (id, path, version, _) in found)
        {
            cancellation.ThrowIfCancellationRequested();
            windows.Add(WindowOf(id, path, version, first.GetValueOrDefault(id)));
            progress?.Report((double)windows.Count / found.Count / 2);
        }

        var replay = new SqliteReplay(open, scope, tokens, windows, OpenSubjectsPruning.KeptFromMs(connection));
        if (tokens is []) return replay;
        replay.MoveTo(last, progress, cancellation);
        foreach (var window in windows) window.Touches.RemoveAll(touch => touch.Version > window.Version && touch.OccurredMs >= day.Next.StartMs);
        return replay;
    }

    private Dictionary<long, long> VersionsOf(TokenMark token) => TokenStatements.VersionsAt(connection, scope, token.Number);

    private ReplayWindow WindowOf(long id, UnitPath path, long version, long since)
    {
        var window = new ReplayWindow(id, path, terms.For(path), version, day, CellOf(id), OpenOf(id));
        var hasCorrections = ReadTouches(window, since);
        if (hasCorrections) ReadCorrections(window, since);
        window.Touches.Sort(static (left, right) => left.Version.CompareTo(right.Version));
        return window;
    }

    // What waits for approval, or was refused, is in no cell; a recount of the events alone has it, and going back takes it out again.
    private TallyBuilder CellOf(long window)
    {
        var cell = new TallyBuilder(Stored(window));
        using var command = connection.Prepared("SELECT changes FROM revisions WHERE window_id = $1 AND business_day = $2 AND state IN ($3, $4)")
            .With(window, day.Number, (int)RevisionState.Waiting, (int)RevisionState.Refused);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            foreach (var mark in RevisionFormat.Read(reader.GetString(0), day)) cell.Add(mark);
        }

        return cell;
    }

    private Tally Stored(long window)
    {
        using var command = connection.Prepared($"SELECT {ReadStatements.CellColumns} FROM cells WHERE window_id = $1 AND business_day = $2").With(window, day.Number);
        using var reader = command.ExecuteReader();
        return reader.Read() ? ReadStatements.TallyAt(reader, 0) : Tally.Zero;
    }

    private Dictionary<(SubjectKind, string), OpenSubject> OpenOf(long window)
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

    /// <returns>Whether the window has corrections.</returns>
    private bool ReadTouches(ReplayWindow window, long since)
    {
        using var command = connection.Prepared(
            "SELECT subject_kind, window_version, occurred_ms, subject FROM events INDEXED BY events_by_subject WHERE window_id = $1").With(window.Id);
        using var reader = command.ExecuteReader();
        var heard = new List<(long Version, long AtMs)>();
        var (before, hasCorrections) = (0L, false);
        while (reader.Read())
        {
            var (kind, version, occurredMs) = ((SubjectKind)reader.GetByte(0), reader.GetInt64(1), reader.GetInt64(2));
            if (kind == SubjectKind.Item) continue;
            hasCorrections |= kind == SubjectKind.Correction;
            if (version <= since) before = Math.Max(before, occurredMs);
            else heard.Add((version, occurredMs));
            if (version <= since || kind is SubjectKind.Heartbeat or SubjectKind.Correction) continue;
            window.Touches.Add(new Touch(version, kind, reader.GetString(3), occurredMs));
            if (++_touches > mostEvents) throw new ReplayTooLargeException(mostEvents);
        }

        Hear(window, before, heard);
        return hasCorrections;
    }

    private static void Hear(ReplayWindow window, long before, List<(long Version, long AtMs)> heard)
    {
        heard.Sort();
        var newest = before;
        if (before > 0) window.Heard.Add((0, before));
        foreach (var (version, atMs) in heard.Where(heard => heard.AtMs > before))
        {
            if (atMs <= newest) continue;
            newest = atMs;
            window.Heard.Add((version, atMs));
        }
    }

    // A correction concerns the subject of the event that it names. One that came before that event does nothing until the event comes.
    private void ReadCorrections(ReplayWindow window, long since)
    {
        using var command = connection.Prepared(
            $"""
            SELECT c.kind, c.occurred_ms, name, c.event_id, c.body, c.window_version, t.subject_kind, t.subject, t.occurred_ms, t.window_version
            FROM events c JOIN sources ON sources.source_id = c.source_id
            LEFT JOIN events t ON t.source_id = c.source_id AND t.event_id = c.subject AND t.window_id = c.window_id
            WHERE c.window_id = $1 AND c.subject_kind = {(int)SubjectKind.Correction}
            """).With(window.Id);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var (correction, version) = (ReadStatements.OccurrenceAt(reader, 0), reader.GetInt64(5));
            window.Corrections.Add((version, correction));
            if (version <= since || reader.IsDBNull(6)) continue;
            window.Touches.Add(new Touch(version, (SubjectKind)reader.GetByte(6), reader.GetString(7), reader.GetInt64(8), (correction.Facts.Target!, reader.GetInt64(9))));
        }
    }
}
