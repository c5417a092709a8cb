using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Units;

namespace OpsBoard.Silo.Journal;

/// <summary>Tickets that were never called and windows that were never closed stay open for ever, and count on their own day only: once it is sealed, their rows are let go.</summary>
internal static class KeptSubjects
{
    /// <summary>Subjects of one day, of which older ones are let go.</summary>
    public static readonly string OfOneDay = $"subject_kind IN ({(int)SubjectKind.Ticket}, {(int)SubjectKind.Opening})";

    /// <param name="keptFromMs">From when on subjects of one day are kept, in unix milliseconds; 0 when all are.</param>
    public static bool IsKept(in OpenSubject open, long keptFromMs) => open.SinceMs >= keptFromMs || open.Kind is not (SubjectKind.Ticket or SubjectKind.Opening);

    /// <summary>From when on they are kept once a day has turned. It never goes back, also when frames are kept longer from now on: what was let go does not return.</summary>
    /// <param name="oldestFrameMs">The instant of the oldest recorded frame; null without any.</param>
    public static long KeptFromMs(BusinessDay today, int sealAfterDays, long? oldestFrameMs, long keptFromMs)
    {
        var sealedFrom = new BusinessDay(today.Number - sealAfterDays).StartMs;
        var oldestFrame = oldestFrameMs is { } atMs ? BusinessDay.Of(atMs).StartMs : sealedFrom;
        return Math.Max(keptFromMs, Math.Min(sealedFrom, oldestFrame));
    }
}
