using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Units;

namespace OpsBoard.Silo.Journal.Sqlite;

/// <summary>
/// The windows of a scope, moved from one vector of versions to another: each subject that an event between the two concerns is folded
/// as it was and as it will be, and the difference is added. So going back costs the same as going on, and neither the order of arrival
/// nor the way taken can show.
/// </summary>
internal sealed class SqliteReplay(Func<SqliteConnection> open, UnitPath scope, ImmutableArray<TokenMark> tokens, List<ReplayWindow> windows, long openKeptFromMs) : IReplay
{
    // At most so many subjects are looked up for the list of what came later; the oldest come first.
    private const int MostLookedUp = 500;

    private const long UnderWayMs = 60_000;

    // Several viewers may ask for different tokens of the same replay: its windows stand at one of them at a time.
    private readonly Lock _gate = new();
    private readonly SubjectEvents _events = new();
    private readonly MarkDifference _difference = new();
    private readonly Effect _before = new();
    private readonly Effect _after = new();

    public ImmutableArray<TokenMark> Tokens => tokens;

    public ImmutableArray<WindowRecord> At(TokenMark token)
    {
        lock (_gate)
        {
            MoveTo(VersionsOf(token), null, CancellationToken.None);
            return [.. windows.Where(static window => window.Version > 0).Select(static window => window.Record())];
        }
    }

    public LaterEvents After(TokenMark token, int most)
    {
        lock (_gate)
        {
            var versions = VersionsOf(token);
            var later = windows
                .SelectMany(window => window.After(versions.GetValueOrDefault(window.Id)).Select(touch => (Window: window, Touch: touch)))
                .Where(found => found.Touch.OccurredMs <= token.AtMs && IsOfFrame(found.Touch, versions.GetValueOrDefault(found.Window.Id)))
                .DistinctBy(static found => (found.Window.Id, found.Touch.Version, found.Touch.Kind, found.Touch.Subject, found.Touch.Target))
                .OrderBy(static found => found.Touch.OccurredMs)
                .Take(MostLookedUp)
                .ToList();
            return LookUp(later, token.AtMs, most);
        }
    }

    /// <summary>Windows without a version are moved to where nothing had come yet.</summary>
    public void MoveTo(Dictionary<long, long> versions, IProgress<double>? progress, CancellationToken cancellation)
    {
        using var connection = open();
        using var statement = connection.Prepared(
            """
            SELECT kind, occurred_ms, name, event_id, body, window_version FROM events JOIN sources USING (source_id)
            WHERE window_id = $1 AND subject_kind = $2 AND subject = $3
            """);
        for (var i = 0; i < windows.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            Move(windows[i], versions.GetValueOrDefault(windows[i].Id), statement);
            progress?.Report(0.5 + ((i + 1.0) / windows.Count / 2));
        }
    }

    private static bool IsOfFrame(Touch touch, long version) => touch.Target is not { } target || target.Version <= version;

    private Dictionary<long, long> VersionsOf(TokenMark token)
    {
        using var connection = open();
        return TokenStatements.VersionsAt(connection, scope, token.Number);
    }

    private void Move(ReplayWindow window, long version, Statement statement)
    {
        if (window.Version == version) return;
        foreach (var (kind, subject) in window.Between(window.Version, version).Select(static touch => (touch.Kind, touch.Subject)).Distinct().ToList())
        {
            if (kind is SubjectKind.Item or SubjectKind.Heartbeat or SubjectKind.Correction) continue;
            var events = EventsOf(window.Id, kind, subject, statement);
            Fold(window, kind, subject, events, window.Version, _before);
            Fold(window, kind, subject, events, version, _after);
            _difference.Take(_before, _after);
            foreach (var mark in _difference.Marks) window.Add(mark);
            if (_after.Open is { } waiting && KeptSubjects.IsKept(waiting, openKeptFromMs)) window.Open[(kind, subject)] = waiting;
            else window.Open.Remove((kind, subject));
        }

        window.Version = version;
    }

    private void Fold(ReplayWindow window, SubjectKind kind, string id, List<(long Version, Occurrence Event)> events, long version, Effect effect)
    {
        var corrections = window.Corrections.Where(correction => correction.Version <= version).Select(static correction => correction.Event).ToList();
        _events.Clear();
        foreach (var (since, occurrence) in events)
            if (since <= version) _events.Add(occurrence, corrections);
        SubjectRules.Fold(kind, id, _events.InOrder, window.Terms, effect);
    }

    private static List<(long Version, Occurrence Event)> EventsOf(long window, SubjectKind kind, string subject, Statement statement)
    {
        using var reader = statement.With(window, (int)kind, subject).ExecuteReader();
        var events = new List<(long, Occurrence)>();
        while (reader.Read()) events.Add((reader.GetInt64(5), ReadStatements.OccurrenceAt(reader, 0)));
        return events;
    }

    private LaterEvents LookUp(List<(ReplayWindow Window, Touch Touch)> later, long atMs, int most)
    {
        using var connection = open();
        using var statement = connection.Prepared(
            """
            SELECT kind, name, event_id, occurred_ms, received_ms FROM events JOIN sources USING (source_id)
            WHERE window_id = $1 AND subject_kind = $2 AND subject = $3 AND window_version = $4
            """);
        var found = later.SelectMany(each => Rows(each.Window, each.Touch, statement)).Where(row => row.IsCorrection || row.OccurredMs <= atMs).ToList();
        var corrections = found.Where(static row => row.IsCorrection).ToList();
        var late = found.Where(static row => !row.IsCorrection && row.ReceivedMs - row.OccurredMs > UnderWayMs).ToList();
        return new LaterEvents(
            corrections.Count,
            late.Count,
            found.Count - corrections.Count - late.Count,
            [.. corrections.OrderBy(static row => row.ReceivedMs).Concat(late.OrderBy(static row => row.ReceivedMs)).Take(most)]);
    }

    private static List<LaterEvent> Rows(ReplayWindow window, Touch touch, Statement statement)
    {
        var (kind, subject) = touch.Target is { } target ? (SubjectKind.Correction, target.Id) : (touch.Kind, touch.Subject);
        using var reader = statement.With(window.Id, (int)kind, subject, touch.Version).ExecuteReader();
        var rows = new List<LaterEvent>();
        while (reader.Read())
            rows.Add(new LaterEvent(window.Path, (EventKind)reader.GetByte(0), reader.GetString(1), reader.GetString(2), reader.GetInt64(3), reader.GetInt64(4)));
        return rows;
    }
}
