using OpsBoard.Events;
using OpsBoard.Units;

namespace OpsBoard.Counting;

/// <summary>Until when a case must be completed, in unix milliseconds; null without such a limit, or while the clock stands still.</summary>
/// <param name="SoonMs">From when on it is due soon, by its promise or else by its legal days; null also for a case that has ended.</param>
internal readonly record struct CaseLimits(bool HasPromise, long? PromiseMs, long? LegalMs, long? SoonMs)
{
    public long? DueMs => HasPromise ? PromiseMs : LegalMs;

    public static CaseLimits Of(ReadOnlySpan<Occurrence> events, Occurrence accepted, Occurrence? end, WorkingCalendar calendar)
    {
        var day = BusinessDay.Of(accepted.AtMs);
        var clock = new CaseClock(events, day, end is not null, end is null ? default : BusinessDay.Of(end.AtMs), calendar);
        int? promised = null;
        int? legal = null;
        long? dueAt = null;
        foreach (var occurrence in events)
        {
            promised = occurrence.Facts.PromisedDays ?? promised;
            legal = occurrence.Facts.LegalDays ?? legal;
            dueAt = occurrence.Facts.DueAtMs ?? dueAt;
        }

        var legalMs = legal is { } days ? InDays(clock, accepted, days) : null;
        var promiseMs = (dueAt, promised) switch
        {
            ({ } instant, _) => ByInstant(clock, accepted, instant, calendar),
            (_, { } count) => InDays(clock, accepted, count),
            _ => null,
        };
        var limits = new CaseLimits(dueAt is not null || promised is not null, promiseMs, legalMs, null);
        if (end is not null || limits.DueMs is not { } due) return limits;
        return limits with { SoonMs = dueAt is null ? SoonInDays(clock, accepted, promised ?? legal ?? 0) : SoonBefore(due, accepted.AtMs, calendar) };
    }

    private static long? InDays(CaseClock clock, Occurrence accepted, int days)
    {
        var all = days + clock.Extension;
        var due = all == 0 ? BusinessDay.Of(accepted.AtMs) : clock.DayOf(all);
        return due is { } day ? DayLimit.EndOf(day) : null;
    }

    private static long? SoonInDays(CaseClock clock, Occurrence accepted, int days)
    {
        var all = days + clock.Extension;
        return all == 0 ? accepted.AtMs : clock.DayOf(DayLimit.SoonDay(all))?.StartMs;
    }

    // A due instant moves by whole working days and keeps its time of the day.
    private static long? ByInstant(CaseClock clock, Occurrence accepted, long instant, WorkingCalendar calendar)
    {
        if (!clock.HasMoved) return instant;
        var (first, last) = (BusinessDay.Of(accepted.AtMs), BusinessDay.Of(instant));
        var moved = clock.DayOf(calendar.Between(first, last) + clock.Extension);
        return moved is { } day ? Math.Max(instant, day.StartMs + (instant - last.StartMs)) : null;
    }

    // One working day before, unless that would be before the acceptance; then nine tenths of the time are left.
    private static long SoonBefore(long dueMs, long acceptedMs, WorkingCalendar calendar)
    {
        var nineTenths = acceptedMs + ((dueMs - acceptedMs) / 10 * 9);
        var day = BusinessDay.Of(dueMs);
        var dayBefore = calendar.Previous(day).StartMs + (dueMs - day.StartMs);
        return dayBefore > acceptedMs ? Math.Min(nineTenths, dayBefore) : nineTenths;
    }
}
