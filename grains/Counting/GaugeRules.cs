using OpsBoard.Events;
using OpsBoard.Units;

namespace OpsBoard.Counting;

/// <summary>The gauges of one window: a function of what is open there and of the instant.</summary>
public static class GaugeRules
{
    /// <summary>Without any event or heartbeat for so long, an open window is offline (离线).</summary>
    public static readonly TimeSpan OfflineAfter = TimeSpan.FromMinutes(3);

    // A case is due soon from 90 % of its time on.
    private const int SoonPerTen = 9;

    public static Gauges At(long atMs, IReadOnlyCollection<OpenSubject> open, long? lastEventMs)
    {
        var today = BusinessDay.Of(atMs);
        var waiting = open.Where(subject => subject.Kind == SubjectKind.Ticket && BusinessDay.Of(subject.SinceMs) == today).ToList();
        var cases = open.Where(static subject => subject.Kind == SubjectKind.Case).ToList();
        var opening = open.Where(subject => subject.Kind == SubjectKind.Opening && subject.Id == today.ToString()).ToList();
        var isOffline = opening.Count > 0 && atMs - (lastEventMs ?? 0) > OfflineAfter.TotalMilliseconds;
        return new Gauges
        {
            Waiting = waiting.Count,
            OldestWaitingMs = waiting.Count == 0 ? null : waiting.Min(static ticket => ticket.SinceMs),
            InProgress = cases.Count,
            DueSoon = cases.Count(subject => IsDueSoon(subject, atMs)),
            Overdue = cases.Count(subject => atMs > subject.DueMs),
            WindowsOpen = !isOffline && opening is [{ State: OpenState.None }] ? 1 : 0,
            WindowsPaused = !isOffline && opening is [{ State: OpenState.Paused }] ? 1 : 0,
            WindowsOffline = isOffline ? 1 : 0,
            BadReviewsOpen = open.Count(static subject => subject.Kind == SubjectKind.Review),
        };
    }

    private static bool IsDueSoon(OpenSubject subject, long atMs) =>
        subject.DueMs is { } due && atMs <= due && (atMs - subject.SinceMs) * 10 >= (due - subject.SinceMs) * SoonPerTen;
}
