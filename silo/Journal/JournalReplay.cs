using System.Collections.Immutable;
using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Units;

namespace OpsBoard.Silo.Journal;

/// <summary>
/// The windows of a scope, moved from one vector of versions to another: each subject that an event between the two concerns is folded
/// as it was and as it will be, and the difference is added. So going back costs the same as going on, and neither the order of arrival
/// nor the way taken can show.
/// </summary>
internal sealed class JournalReplay(Func<IReplayRows> open, UnitPath scope, ImmutableArray<TokenMark> tokens, List<ReplayWindow> windows, long openKeptFromMs) : IReplay
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
        using var rows = open();
        for (var i = 0; i < windows.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            Move(windows[i], versions.GetValueOrDefault(windows[i].Id), rows);
            progress?.Report(0.5 + ((i + 1.0) / windows.Count / 2));
        }
    }

    private static bool IsOfFrame(Touch touch, long version) => touch.Target is not { } target || target.Version <= version;

    private Dictionary<long, long> VersionsOf(TokenMark token)
    {
        using var rows = open();
        return rows.VersionsAt(scope, token);
    }

    private void Move(ReplayWindow window, long version, IReplayRows rows)
    {
        if (window.Version == version) return;
        foreach (var (kind, subject) in window.Between(window.Version, version).Select(static touch => (touch.Kind, touch.Subject)).Distinct().ToList())
        {
            if (kind is SubjectKind.Item or SubjectKind.Heartbeat or SubjectKind.Correction) continue;
            var events = rows.EventsOf(window.Id, kind, subject);
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

    private LaterEvents LookUp(List<(ReplayWindow Window, Touch Touch)> later, long atMs, int most)
    {
        using var rows = open();
        var found = later.SelectMany(each => CameWith(each.Window, each.Touch, rows)).Where(row => row.IsCorrection || row.OccurredMs <= atMs).ToList();
        var corrections = found.Where(static row => row.IsCorrection).ToList();
        var late = found.Where(static row => !row.IsCorrection && row.ReceivedMs - row.OccurredMs > UnderWayMs).ToList();
        return new LaterEvents(
            corrections.Count,
            late.Count,
            found.Count - corrections.Count - late.Count,
            [.. corrections.OrderBy(static row => row.ReceivedMs).Concat(late.OrderBy(static row => row.ReceivedMs)).Take(most)]);
    }

    private static List<LaterEvent> CameWith(ReplayWindow window, Touch touch, IReplayRows rows)
    {
        var (kind, subject) = touch.Target is { } target ? (SubjectKind.Correction, target.Id) : (touch.Kind, touch.Subject);
        return rows.CameWith(window.Id, window.Path, kind, subject, touch.Version);
    }
}
