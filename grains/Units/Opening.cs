using System.Collections.Immutable;
using OpsBoard.Counting;

namespace OpsBoard.Units;

/// <summary>
/// When a unit is due to report, by the province's clock: the spans of each weekday, public holidays, and dated exceptions. It is not
/// the working-day clock: a service window may be open on days on which no limit runs (5+2 weekend service).
/// </summary>
/// <param name="week">Seven days from Monday; each with its spans in order, or none.</param>
/// <param name="opensOnHolidays">Whether public holidays open like other days of the week.</param>
/// <param name="exceptions">What holds on single dates, whatever the week and the holidays say; no spans: closed.</param>
public sealed class Opening(
    ImmutableArray<ImmutableArray<OpeningSpan>> week,
    bool opensOnHolidays,
    IReadOnlyDictionary<BusinessDay, ImmutableArray<OpeningSpan>> exceptions)
{
    private const int Monday = 0;

    public ImmutableArray<ImmutableArray<OpeningSpan>> Week { get; } = week;

    public bool OpensOnHolidays { get; } = opensOnHolidays;

    public IReadOnlyDictionary<BusinessDay, ImmutableArray<OpeningSpan>> Exceptions { get; } = exceptions;

    // No limit of silence is longer than a day, so how much longer a unit is open through its midnights changes nothing.
    private const int MostMidnights = 2;

    public bool Covers(long atMs, WorkingCalendar calendar) => OpenSince(atMs, calendar) is not null;

    /// <summary>The instant, in unix milliseconds, at which the unit last opened; null when it is closed.</summary>
    public long? OpenSince(long atMs, WorkingCalendar calendar)
    {
        var day = BusinessDay.Of(atMs);
        var time = TimeSpan.FromMilliseconds(atMs - day.StartMs);
        foreach (var span in SpansOn(day, calendar))
            if (span.Covers(time)) return day.StartMs + (long)span.From.TotalMilliseconds - ThroughMidnights(day, span, calendar);
        return null;
    }

    /// <summary>The next instant, in unix milliseconds, at which the unit may open or close: a span begins or ends, or the day does.</summary>
    public long NextChangeMs(long atMs, WorkingCalendar calendar)
    {
        var day = BusinessDay.Of(atMs);
        var time = TimeSpan.FromMilliseconds(atMs - day.StartMs);
        foreach (var span in SpansOn(day, calendar))
        {
            if (span.From > time) return day.StartMs + (long)span.From.TotalMilliseconds;
            if (span.To > time) return day.StartMs + (long)span.To.TotalMilliseconds;
        }

        return day.Next.StartMs;
    }

    private long ThroughMidnights(BusinessDay day, OpeningSpan span, WorkingCalendar calendar)
    {
        var before = TimeSpan.Zero;
        for (var midnights = 0; span.From == TimeSpan.Zero && midnights < MostMidnights; midnights++)
        {
            day = new BusinessDay(day.Number - 1);
            if (SpansOn(day, calendar) is not [.., var last] || last.To != OpeningSpan.Midnight) break;
            before += last.To - last.From;
            span = last;
        }

        return (long)before.TotalMilliseconds;
    }

    private ImmutableArray<OpeningSpan> SpansOn(BusinessDay day, WorkingCalendar calendar)
    {
        if (Exceptions.TryGetValue(day, out var exception)) return exception;
        var weekday = ((int)day.Date.DayOfWeek + 6) % 7;
        var spans = Week[weekday];
        var isWorked = calendar.IsWorkingDay(day);
        if (day.Date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
            return isWorked && spans.IsEmpty ? Week[Monday] : spans;
        return isWorked || OpensOnHolidays ? spans : [];
    }
}
