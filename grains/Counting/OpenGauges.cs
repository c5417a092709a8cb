using OpsBoard.Events;

namespace OpsBoard.Counting;

/// <summary>How the gauges of open subjects are read.</summary>
public static class OpenGauges
{
    public static long Read(this Gauges gauges, OpenGauge gauge) => gauge switch
    {
        OpenGauge.Waiting or OpenGauge.LongestWait => gauges.Waiting,
        OpenGauge.InProgress => gauges.InProgress,
        OpenGauge.DueSoon => gauges.DueSoon,
        OpenGauge.Overdue => gauges.Overdue,
        OpenGauge.OverdueLegal => gauges.OverdueLegal,
        OpenGauge.Suspended => gauges.Suspended,
        OpenGauge.WindowsOpen => gauges.WindowsOpen,
        OpenGauge.WindowsPaused => gauges.WindowsPaused,
        OpenGauge.WindowsOffline => gauges.WindowsOffline,
        OpenGauge.BadReviewsOpen => gauges.BadReviewsOpen,
        OpenGauge.BadReviewsOverdue => gauges.BadReviewsOverdue,
        OpenGauge.BadReviewsToContact => gauges.BadReviewsToContact,
        _ => gauges.HotlineOpen,
    };

    public static SubjectKind SubjectOf(OpenGauge gauge) => gauge switch
    {
        OpenGauge.Waiting or OpenGauge.LongestWait => SubjectKind.Ticket,
        OpenGauge.WindowsOpen or OpenGauge.WindowsPaused or OpenGauge.WindowsOffline => SubjectKind.Opening,
        OpenGauge.BadReviewsOpen or OpenGauge.BadReviewsOverdue or OpenGauge.BadReviewsToContact => SubjectKind.Review,
        OpenGauge.HotlineOpen => SubjectKind.Order,
        _ => SubjectKind.Case,
    };
}
