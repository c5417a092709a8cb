using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Units;
using OpsBoard.Web.Board;

namespace OpsBoard.Web.Reviews;

/// <summary>An open bad review (差评) as it stands at an instant.</summary>
/// <param name="Terms">Of the place: its calendar, and the days that its reviews may wait.</param>
public sealed record OpenReview(UnitPath Window, OpenSubject Review, long AtMs, LocalTerms Terms)
{
    public const string ToContact = "toContact";
    public const string ToRectify = "toRectify";

    public string Id => Review.Id;

    public string Step => Review.State == OpenState.Contacted ? ToRectify : ToContact;

    public string SubmittedAt => Rfc3339.Write(Review.SinceMs);

    public long AgeSeconds => Math.Max(0, (AtMs - Review.SinceMs) / 1000);

    public string? DueAt => Review.DueMs is { } due ? Rfc3339.Write(due) : null;

    public int UsedWorkingDays => Terms.Calendar.Between(BusinessDay.Of(Review.SinceMs), BusinessDay.Of(AtMs));

    /// <summary>How many working days the present step may take, counted from the review.</summary>
    public int LimitWorkingDays => Step == ToContact ? Math.Min(Terms.Reviews.ContactDays, Terms.Reviews.RectifyDays) : Terms.Reviews.RectifyDays;

    /// <summary>▲ from 90 % of the limit or one working day before its end, ■ beyond it; null before.</summary>
    public string? Level => IsOverdue ? Levels.Overdue : IsDueSoon ? Levels.Warning : null;

    public bool IsDueSoon => AtMs >= Review.SoonMs && AtMs <= Review.DueMs;

    public bool IsOverdue => AtMs > Review.DueMs;
}
