using OpsBoard.Events;
using OpsBoard.Units;

namespace OpsBoard.Counting;

/// <summary>Until when a case must be completed, in unix milliseconds; null without such a limit, or while the clock stands still.</summary>
internal readonly record struct CaseLimits(bool HasPromise, long? PromiseMs, long? PromiseSoonMs, bool HasLegal, long? LegalMs, long? LegalSoonMs)
{
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

        var (legalMs, legalSoonMs) = legal is { } days ? InDays(clock, accepted, days) : default;
        var (promiseMs, promiseSoonMs) = (dueAt, promised) switch
        {
            ({ } instant, _) => ByInstant(clock, accepted, instant, calendar),
            (_, { } count) => InDays(clock, accepted, count),
            _ => default,
        };
        return new CaseLimits(dueAt is not null || promised is not null, promiseMs, promiseSoonMs, legal is not null, legalMs, legalSoonMs);
    }

    private static (long? DueMs, long? SoonMs) InDays(CaseClock clock, Occurrence accepted, int days)
    {
        var all = days + clock.Extension;
        if (all == 0) return (DayLimit.EndOf(BusinessDay.Of(accepted.AtMs)), accepted.AtMs);
        return clock.DayOf(all) is { } due ? (DayLimit.EndOf(due), clock.DayOf(DayLimit.SoonDay(all))?.StartMs) : (null, null);
    }

    // A due instant moves by whole working days and keeps its time of the day.
    private static (long? DueMs, long? SoonMs) ByInstant(CaseClock clock, Occurrence accepted, long instant, WorkingCalendar calendar)
    {
        var (first, last) = (BusinessDay.Of(accepted.AtMs), BusinessDay.Of(instant));
        if (!clock.HasMoved) return (instant, SoonBefore(instant, accepted.AtMs, calendar));
        if (clock.DayOf(calendar.Between(first, last) + clock.Extension) is not { } moved) return (null, null);
        var due = Math.Max(instant, moved.StartMs + (instant - last.StartMs));
        return (due, SoonBefore(due, accepted.AtMs, calendar));
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
