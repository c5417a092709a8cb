namespace OpsBoard.Counting;

/// <summary>The gauges that count open subjects, so that each of them can be named by the event with which it began.</summary>
public enum OpenGauge
{
    Waiting,
    /// <summary>Of those waiting, the one who waits longest.</summary>
    LongestWait,
    InProgress,
    DueSoon,
    Overdue,
    OverdueLegal,
    Suspended,
    WindowsOpen,
    WindowsPaused,
    WindowsOffline,
    BadReviewsOpen,
    BadReviewsOverdue,
    BadReviewsToContact,
    HotlineOpen,
}
