using OpsBoard.Events;
using OpsBoard.Units;

namespace OpsBoard.Counting;

/// <summary>The gauges of one window: a function of what is open there and of the instant. What time alone moves, moves here.</summary>
public static class GaugeRules
{
    /// <summary>Without any event or heartbeat for so long, an open window is offline (离线).</summary>
    public static readonly TimeSpan OfflineAfter = TimeSpan.FromMinutes(3);

    public static Gauges At(long atMs, ReadOnlySpan<OpenSubject> open, long? lastEventMs)
    {
        var isSilent = atMs - (lastEventMs ?? 0) > OfflineAfter.TotalMilliseconds;
        var sum = default(Gauges);
        foreach (var subject in open) sum += Of(subject, atMs, isSilent);
        return sum;
    }

    /// <summary>
    /// The earliest instant after <paramref name="atMs"/>, in unix milliseconds, at which time alone may move the gauges of <see cref="At"/>;
    /// null: never.
    /// </summary>
    public static long? NextMs(long atMs, ReadOnlySpan<OpenSubject> open, long? lastEventMs)
    {
        long? next = null;
        foreach (var subject in open)
        {
            next = Instants.Earliest(next, subject.Kind switch
            {
                SubjectKind.Case or SubjectKind.Review => NextLimitMs(subject, atMs),
                SubjectKind.Ticket => NextMidnightMs(subject, atMs),
                SubjectKind.Opening => Instants.Earliest(NextMidnightMs(subject, atMs), Instants.Later(atMs, (lastEventMs ?? 0) + (long)OfflineAfter.TotalMilliseconds + 1)),
                _ => null,
            });
        }

        return next;
    }

    // What is due at an instant is overdue from the next millisecond on.
    private static long? NextLimitMs(in OpenSubject subject, long atMs) =>
        Instants.Earliest(Instants.Later(atMs, subject.SoonMs), Instants.Earliest(Instants.Later(atMs, subject.DueMs + 1), Instants.Later(atMs, subject.LegalDueMs + 1)));

    private static long? NextMidnightMs(in OpenSubject subject, long atMs) =>
        BusinessDay.Of(subject.SinceMs) >= BusinessDay.Of(atMs) ? BusinessDay.Of(atMs).Next.StartMs : null;

    // Tickets and openings are of one day: those of yesterday wait for nothing.
    private static Gauges Of(in OpenSubject subject, long atMs, bool isSilent) => subject.Kind switch
    {
        SubjectKind.Case => OfCase(subject, atMs),
        SubjectKind.Review => OfBadReview(subject, atMs),
        SubjectKind.Order => new Gauges { HotlineOpen = 1 },
        _ when BusinessDay.Of(subject.SinceMs) != BusinessDay.Of(atMs) => default,
        SubjectKind.Ticket => new Gauges { Waiting = 1, OldestWaitingMs = subject.SinceMs },
        SubjectKind.Opening when isSilent => new Gauges { WindowsOffline = 1 },
        SubjectKind.Opening => subject.State == OpenState.Paused ? new Gauges { WindowsPaused = 1 } : new Gauges { WindowsOpen = 1 },
        _ => default,
    };

    private static Gauges OfCase(in OpenSubject subject, long atMs) => new()
    {
        InProgress = 1,
        DueSoon = atMs >= subject.SoonMs && atMs <= subject.DueMs ? 1 : 0,
        Overdue = atMs > subject.DueMs ? 1 : 0,
        OverdueLegal = atMs > subject.LegalDueMs ? 1 : 0,
        Suspended = subject.State == OpenState.Paused ? 1 : 0,
    };

    private static Gauges OfBadReview(in OpenSubject subject, long atMs) => new()
    {
        BadReviewsOpen = 1,
        BadReviewsOverdue = atMs > subject.DueMs ? 1 : 0,
        BadReviewsToContact = subject.State == OpenState.None ? 1 : 0,
        OldestBadReviewMs = subject.SinceMs,
    };
}
