using OpsBoard.Events;
using OpsBoard.Units;

namespace OpsBoard.Counting;

/// <summary>The gauges of one window: a function of what is open there and of the instant. What time alone moves, moves here.</summary>
public static class GaugeRules
{
    /// <summary>Without any event or heartbeat for so long, an open window is offline (离线).</summary>
    public static readonly TimeSpan OfflineAfter = TimeSpan.FromMinutes(3);

    public static Gauges At(long atMs, IReadOnlyCollection<OpenSubject> open, long? lastEventMs)
    {
        var today = BusinessDay.Of(atMs);
        var waiting = open.Where(subject => subject.Kind == SubjectKind.Ticket && BusinessDay.Of(subject.SinceMs) == today).ToList();
        var cases = open.Where(static subject => subject.Kind == SubjectKind.Case).ToList();
        var reviews = open.Where(static subject => subject.Kind == SubjectKind.Review).ToList();
        var opening = open.Where(subject => subject.Kind == SubjectKind.Opening && subject.Id == today.ToString()).ToList();
        var isOffline = opening.Count > 0 && atMs - (lastEventMs ?? 0) > OfflineAfter.TotalMilliseconds;
        return new Gauges
        {
            Waiting = waiting.Count,
            OldestWaitingMs = Oldest(waiting),
            InProgress = cases.Count,
            DueSoon = cases.Count(subject => atMs >= subject.SoonMs && atMs <= subject.DueMs),
            Overdue = cases.Count(subject => atMs > subject.DueMs),
            OverdueLegal = cases.Count(subject => atMs > subject.LegalDueMs),
            Suspended = cases.Count(static subject => subject.State == OpenState.Paused),
            WindowsOpen = !isOffline && opening is [{ State: OpenState.None }] ? 1 : 0,
            WindowsPaused = !isOffline && opening is [{ State: OpenState.Paused }] ? 1 : 0,
            WindowsOffline = isOffline ? 1 : 0,
            BadReviewsOpen = reviews.Count,
            BadReviewsOverdue = reviews.Count(subject => atMs > subject.DueMs),
            BadReviewsToContact = reviews.Count(static subject => subject.State == OpenState.None),
            OldestBadReviewMs = Oldest(reviews),
            HotlineOpen = open.Count(static subject => subject.Kind == SubjectKind.Order),
        };
    }

    private static long? Oldest(List<OpenSubject> subjects) => subjects.Count == 0 ? null : subjects.Min(static subject => subject.SinceMs);
}
