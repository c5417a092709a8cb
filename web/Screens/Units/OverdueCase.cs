using OpsBoard.Counting;
using OpsBoard.Units;

namespace OpsBoard.Web.Screens.Units;

/// <summary>An open case beyond its limit. Working days are those of the window's own calendar; the day of acceptance does not count.</summary>
/// <param name="DueMs">The end of the promise, else of the legal days, extensions and suspensions included.</param>
public sealed record OverdueCase(UnitPath Window, string Case, long SinceMs, long DueMs, long? LegalDueMs, bool IsSuspended, long AtMs, WorkingCalendar Calendar)
{
    public int PromisedDays => Calendar.Between(BusinessDay.Of(SinceMs), BusinessDay.Of(DueMs));

    public int? LegalDays => LegalDueMs is { } legal ? Calendar.Between(BusinessDay.Of(SinceMs), BusinessDay.Of(legal)) : null;

    public int UsedDays => Calendar.Between(BusinessDay.Of(SinceMs), BusinessDay.Of(AtMs));

    public int LateDays => Calendar.Between(BusinessDay.Of(DueMs), BusinessDay.Of(AtMs));

    public bool IsBeyondLaw => AtMs > LegalDueMs;
}
