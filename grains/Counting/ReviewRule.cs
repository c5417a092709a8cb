using OpsBoard.Events;
using OpsBoard.Units;

namespace OpsBoard.Counting;

/// <summary>
/// A review counts once, by its last submission; a default one (默认评价) is counted apart from those that citizens gave. One or
/// two stars are a bad review (差评), and no later submission closes its loop: it is open until it is rectified, its author must be
/// contacted and the fault rectified within working days of the first bad submission. An upheld appeal takes the review out of the
/// rate and the loop, and is counted apart (国办发〔2019〕51号 on 好差评).
/// </summary>
internal static class ReviewRule
{
    public const int WorstStars = 2;

    public static void Fold(string id, ReadOnlySpan<Occurrence> events, LocalTerms terms, Effect effect)
    {
        if (events.FirstOf(EventKind.ReviewAppealed) is { } appealed) effect.Add(appealed, Counter.ReviewsAppealed);
        if (events.LastOf(EventKind.ReviewSubmitted) is not { Facts.Stars: { } stars } submitted) return;
        if (IsUpheld(events))
        {
            effect.Add(submitted, Counter.ReviewsUpheld);
            return;
        }

        if (submitted.Facts.ByDefault != true) effect.Add(submitted, Counter.Stars1 + (stars - 1));
        else effect.Add(submitted, Counter.ReviewsByDefault);
        if (submitted.Facts.ByDefault == true && stars > WorstStars) effect.Add(submitted, Counter.DefaultGood);
        if (FirstBad(events) is { } bad) MarkLoop(id, events, bad, terms, effect);
    }

    private static void MarkLoop(string id, ReadOnlySpan<Occurrence> events, Occurrence bad, LocalTerms terms, Effect effect)
    {
        var contacted = events.FirstOf(EventKind.ReviewContacted);
        var rectified = events.FirstOf(EventKind.ReviewRectified);
        var contact = LimitOf(bad, terms.Reviews.ContactDays, terms.Calendar);
        var rectify = LimitOf(bad, terms.Reviews.RectifyDays, terms.Calendar);
        MarkStep(bad, contacted, contact.DueMs, Counter.ContactDue, effect);
        MarkStep(bad, rectified, rectify.DueMs, Counter.RectifyDue, effect);
        if (events.FirstOf(EventKind.ReviewPublished) is { } published) effect.Add(published, Counter.ReviewsPublished);
        if (rectified is not null) return;
        var (dueMs, soonMs) = contacted is null && contact.DueMs < rectify.DueMs ? contact : rectify;
        effect.Wait(bad, new OpenSubject(SubjectKind.Review, id, bad.AtMs, dueMs, contacted is null ? OpenState.None : OpenState.Contacted, soonMs));
    }

    // All on the day of the deadline: on that day it is known who was due, so rates are of one cohort and time alone moves them.
    private static void MarkStep(Occurrence bad, Occurrence? done, long dueMs, Counter due, Effect effect)
    {
        effect.Add(bad, dueMs, due);
        if (done is null) return;
        effect.Add(done, dueMs, due + 1);
        if (done.AtMs <= dueMs) effect.Add(done, dueMs, due + 2);
    }

    private static (long DueMs, long SoonMs) LimitOf(Occurrence bad, int days, WorkingCalendar calendar)
    {
        var day = BusinessDay.Of(bad.AtMs);
        return (DayLimit.EndOf(calendar.After(day, days)), calendar.After(day, DayLimit.SoonDay(days)).StartMs);
    }

    private static Occurrence? FirstBad(ReadOnlySpan<Occurrence> events)
    {
        foreach (var occurrence in events)
        {
            if (occurrence is { Kind: EventKind.ReviewSubmitted, Facts: { Stars: <= WorstStars, ByDefault: not true } }) return occurrence;
        }

        return null;
    }

    private static bool IsUpheld(ReadOnlySpan<Occurrence> events) => events.LastOf(EventKind.ReviewAppealed)?.Facts.Outcome == "upheld";
}
