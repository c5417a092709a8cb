using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Units;

namespace OpsBoard.Silo.Journal;

/// <summary>
/// Reads the present state of the windows of a scope and, from the index alone, what came since a day began: from there a replay goes
/// back. All of it at one instant of the journal.
/// </summary>
internal sealed class ReplayReader(IReplayRows rows, CountingTerms terms, UnitPath scope, BusinessDay day, long mostEvents)
{
    private long _touches;

    /// <exception cref="ReplayTooLargeException">Too many events came since the day began.</exception>
    public JournalReplay Read(Func<IReplayRows> open, IProgress<double>? progress, CancellationToken cancellation)
    {
        var tokens = rows.Tokens(scope, day);
        var (first, last) = tokens is [] ? ([], []) : (VersionsOf(tokens[0]), VersionsOf(tokens[^1]));
        var found = rows.Stored.Windows(scope);
        var windows = new List<ReplayWindow>(found.Count);
        foreach (var (id, path, version, _) in found)
        {
            cancellation.ThrowIfCancellationRequested();
            windows.Add(WindowOf(id, path, version, first.GetValueOrDefault(id)));
            progress?.Report((double)windows.Count / found.Count / 2);
        }

        var replay = new JournalReplay(open, scope, tokens, windows, rows.OpenKeptFromMs);
        if (tokens is []) return replay;
        replay.MoveTo(last, progress, cancellation);
        foreach (var window in windows) window.Touches.RemoveAll(touch => touch.Version > window.Version && touch.OccurredMs >= day.Next.StartMs);
        return replay;
    }

    private Dictionary<long, long> VersionsOf(TokenMark token) => rows.VersionsAt(scope, token);

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
        var cell = new TallyBuilder(rows.Stored.Cells(window, day, day).GetValueOrDefault(day, Tally.Zero));
        foreach (var mark in rows.Stored.LeftOut(window).Where(revision => revision.Day == day).SelectMany(static revision => revision.Changes)) cell.Add(mark);
        return cell;
    }

    private Dictionary<(SubjectKind, string), OpenSubject> OpenOf(long window) => rows.Open(window).ToDictionary(static subject => (subject.Kind, subject.Id));

    /// <returns>Whether the window has corrections.</returns>
    private bool ReadTouches(ReplayWindow window, long since)
    {
        var heard = new List<(long Version, long AtMs)>();
        var (before, hasCorrections) = (0L, false);
        foreach (var touch in rows.Touches(window.Id, since))
        {
            var (version, kind, _, occurredMs, _) = touch;
            if (kind == SubjectKind.Item) continue;
            hasCorrections |= kind == SubjectKind.Correction;
            if (version <= since) before = Math.Max(before, occurredMs);
            else heard.Add((version, occurredMs));
            if (version <= since || kind is SubjectKind.Heartbeat or SubjectKind.Correction) continue;
            window.Touches.Add(touch);
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
        foreach (var (correction, version, target) in rows.Corrections(window.Id))
        {
            window.Corrections.Add((version, correction));
            if (version > since && target is { } corrected)
                window.Touches.Add(corrected with { Version = version, Target = (correction.Facts.Target!, corrected.Version) });
        }
    }
}
