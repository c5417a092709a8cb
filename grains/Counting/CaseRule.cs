using OpsBoard.Events;
using OpsBoard.Units;

namespace OpsBoard.Counting;

/// <summary>
/// A case is accepted once, on the day of its first acceptance, and ends once, by the last of its completions and withdrawals.
/// It is zero-trip when the newest word on its trips is 0. A completion without an acceptance is a completion all the same:
/// the acceptance may be still on its way, or lie before the first live day.
/// </summary>
internal static class CaseRule
{
    public static void Fold(string id, ReadOnlySpan<Occurrence> events, LocalTerms terms, Effect effect)
    {
        var accepted = events.FirstOf(EventKind.CaseAccepted);
        var end = events.LastOf(EventKind.CaseCompleted, EventKind.CaseWithdrawn);
        var limits = accepted is null ? default : CaseLimits.Of(events, accepted, end, terms.Calendar);
        if (accepted is not null) MarkAcceptance(events, accepted, limits, terms, effect);
        if (end is not null && accepted is null) effect.Add(end, Counter.EndedUnaccepted);
        if (end?.Kind == EventKind.CaseWithdrawn) effect.Add(end, Counter.Withdrawn);
        if (end?.Kind == EventKind.CaseCompleted) MarkCompletion(events, accepted, end, limits, effect);
        if (accepted is null || end is not null) return;
        var isSuspended = events.LastOf(EventKind.CaseSuspended, EventKind.CaseResumed)?.Kind == EventKind.CaseSuspended;
        var state = isSuspended ? OpenState.Paused : OpenState.None;
        effect.Wait(accepted, new OpenSubject(SubjectKind.Case, id, accepted.AtMs, limits.DueMs, state, limits.SoonMs, limits.LegalMs));
    }

    private static void MarkAcceptance(ReadOnlySpan<Occurrence> events, Occurrence accepted, CaseLimits limits, LocalTerms terms, Effect effect)
    {
        var day = BusinessDay.Of(accepted.AtMs);
        effect.Add(accepted, Counter.Accepted);
        effect.Add(accepted, new Mark(day, Slot.OfAcceptedAt(accepted.AtMs)));
        if (IsZeroTrip(events)) effect.Add(accepted, Counter.ZeroTrip);
        if (limits.HasPromise) effect.Add(accepted, Counter.Promised);
        if (!terms.Calendar.IsWorkingDay(day)) effect.Add(accepted, Counter.RestDay);
        else if (!terms.IsOfficeHour(accepted.AtMs)) effect.Add(accepted, Counter.AfterHours);
        if (accepted.Facts.Item is { } item) effect.Use = new ItemUse(item, day);
    }

    private static void MarkCompletion(ReadOnlySpan<Occurrence> events, Occurrence? accepted, Occurrence end, CaseLimits limits, Effect effect)
    {
        effect.Add(end, Counter.Completed);
        effect.Add(end, new Mark(BusinessDay.Of(end.AtMs), Slot.OfCompletedAt(end.AtMs)));
        if (accepted is not null) effect.Add(end, accepted.AtMs, Counter.CompletedOfAccepted);
        if (IsInstant(events)) effect.Add(end, Counter.Instant);
        if (limits.PromiseMs is { } promise)
        {
            effect.Add(end, end.AtMs <= promise ? Counter.OnTime : Counter.Late);
            if (BusinessDay.Of(end.AtMs) < BusinessDay.Of(promise)) effect.Add(end, Counter.Early);
        }

        if (limits.LegalMs is { } legal) effect.Add(end, end.AtMs <= legal ? Counter.LegalOnTime : Counter.LegalLate);
    }

    private static bool IsZeroTrip(ReadOnlySpan<Occurrence> events)
    {
        for (var i = events.Length - 1; i >= 0; i--)
        {
            if (events[i].Facts.Trips is { } trips) return trips == 0;
        }

        return false;
    }

    private static bool IsInstant(ReadOnlySpan<Occurrence> events)
    {
        foreach (var occurrence in events)
        {
            if (occurrence.Facts.Instant == true) return true;
        }

        return false;
    }
}
