using OpsBoard.Units;

namespace OpsBoard.Supervision.Notices;

/// <summary>One notice of an entry as it stands at an instant.</summary>
/// <param name="Key">Of one that is unlisted, the receiver is empty.</param>
/// <param name="Days">Of its step; null where the rules have it no longer.</param>
/// <param name="DueMs">In unix milliseconds.</param>
/// <param name="Unlisted">The unit for which nobody is listed.</param>
/// <param name="Attempts">That were begun.</param>
/// <param name="EndedMs">When the last attempt ended, or was lost; of a sent one when it was sent.</param>
/// <param name="NextMs">Of one that waits: when it is tried again.</param>
/// <param name="Fault">Of the last attempt.</param>
public sealed record TaskNotice(
    NoticeKey Key, int? Days, long DueMs, NoticeStanding Standing, UnitPath? Unlisted = null, int Attempts = 0, long? EndedMs = null, long? NextMs = null, string? Fault = null)
{
    public bool IsLate => Standing == NoticeStanding.Sent && EndedMs > DueMs + (long)NoticePacing.LateAfter.TotalMilliseconds;
}
