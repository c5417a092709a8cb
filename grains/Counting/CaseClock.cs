using OpsBoard.Events;
using OpsBoard.Units;

namespace OpsBoard.Counting;

/// <summary>
/// The working-day clock of one case (办理时限). The day of acceptance does not count (行政许可法 and 民法典 Art. 201: time runs from the day
/// after). A working day counts unless the case is suspended at its end, so the clock stands still from the day of the suspension
/// (中止) and runs again on the day of the resumption; extensions (延长) add days to the promise and to the legal limit alike.
/// </summary>
/// <param name="events">All events of the case, in their order.</param>
/// <param name="isEnded">The case has ended: a suspension that was never lifted ended with it.</param>
internal readonly ref struct CaseClock(ReadOnlySpan<Occurrence> events, BusinessDay accepted, bool isEnded, BusinessDay end, WorkingCalendar calendar)
{
    private readonly ReadOnlySpan<Occurrence> _events = events;

    public bool IsSuspended => !isEnded && _events.LastOf(EventKind.CaseSuspended, EventKind.CaseResumed)?.Kind == EventKind.CaseSuspended;

    public bool HasMoved => _events.FirstOf(EventKind.CaseSuspended) is not null || _events.FirstOf(EventKind.CaseExtended) is not null;

    /// <summary>Working days by which the case was extended, in all.</summary>
    public int Extension
    {
        get
        {
            var days = 0;
            foreach (var occurrence in _events) days += occurrence.Kind == EventKind.CaseExtended ? occurrence.Facts.Days ?? 0 : 0;
            return days;
        }
    }

    /// <returns>The working day on which so many are counted; null when the clock stands still before it comes.</returns>
    public BusinessDay? DayOf(int count)
    {
        var (cursor, left) = (accepted, count);
        BusinessDay? suspended = null;
        foreach (var occurrence in _events)
        {
            if (occurrence.Kind == EventKind.CaseSuspended) suspended ??= BusinessDay.Of(occurrence.AtMs);
            if (occurrence.Kind != EventKind.CaseResumed || suspended is not { } since) continue;
            if (Reaches(since, cursor, ref left)) return calendar.After(cursor, left);
            cursor = Later(cursor, BusinessDay.Of(occurrence.AtMs).Previous);
            suspended = null;
        }

        // What began to stand still after the end of the case stopped nothing.
        if (suspended is not { } last || (isEnded && end <= last)) return calendar.After(cursor, left);
        if (Reaches(last, cursor, ref left)) return calendar.After(cursor, left);
        return isEnded ? calendar.After(Later(cursor, end.Previous), left) : null;
    }

    // Counts the working days up to the one before the suspension; true when they suffice.
    private bool Reaches(BusinessDay suspended, BusinessDay cursor, ref int left)
    {
        var running = calendar.Between(cursor, suspended.Previous);
        if (left <= running) return true;
        left -= running;
        return false;
    }

    private static BusinessDay Later(BusinessDay left, BusinessDay right) => left > right ? left : right;
}
