using System.Collections.Frozen;
using System.Text.Json;
using OpsBoard.Counting;

namespace OpsBoard.Indicators;

/// <summary>Everything that an indicator can be made of, by the names of counters and gauges in camel case.</summary>
public static class Quantities
{
    private static readonly FrozenSet<Counter> OfWorkingDays = FrozenSet.Create(
        Counter.OnTime,
        Counter.Late,
        Counter.Early,
        Counter.LegalOnTime,
        Counter.LegalLate,
        Counter.RestDay,
        Counter.AfterHours,
        Counter.ContactDue,
        Counter.ContactDone,
        Counter.ContactOnTime,
        Counter.RectifyDue,
        Counter.RectifyDone,
        Counter.RectifyOnTime);

    private static readonly FrozenDictionary<string, Quantity> ByName =
        Counts().Concat(Instants()).Concat(Levels()).ToFrozenDictionary(static quantity => quantity.Name, StringComparer.Ordinal);

    public static IEnumerable<string> Names => ByName.Keys.Order(StringComparer.Ordinal);

    public static Quantity? Find(string name) => ByName.GetValueOrDefault(name);

    private static IEnumerable<Quantity> Counts() => Counters.All.Select(static counter =>
        new Quantity(JsonNamingPolicy.CamelCase.ConvertName(counter.ToString()), OfWorkingDays.Contains(counter), measures => measures.Tally[counter]));

    private static IEnumerable<Quantity> Instants() =>
    [
        Gauge("waiting", static gauges => gauges.Waiting),
        Gauge("inProgress", static gauges => gauges.InProgress),
        Due("dueSoon", static gauges => gauges.DueSoon),
        Due("overdue", static gauges => gauges.Overdue),
        Due("overdueLegal", static gauges => gauges.OverdueLegal),
        Gauge("suspended", static gauges => gauges.Suspended),
        Gauge("windowsOpen", static gauges => gauges.WindowsOpen),
        Gauge("windowsPaused", static gauges => gauges.WindowsPaused),
        Gauge("windowsOffline", static gauges => gauges.WindowsOffline),
        Gauge("windowsSilent", static gauges => gauges.WindowsSilent),
        Gauge("badReviewsOpen", static gauges => gauges.BadReviewsOpen),
        Gauge("badReviewsToContact", static gauges => gauges.BadReviewsToContact),
        Due("badReviewsOverdue", static gauges => gauges.BadReviewsOverdue),
        Gauge("hotlineOpen", static gauges => gauges.HotlineOpen),
    ];

    private static IEnumerable<Quantity> Levels() =>
    [
        Gauge("countiesReporting", static gauges => gauges.Reporting.Counties),
        Gauge("townshipsReporting", static gauges => gauges.Reporting.Townships),
        Gauge("villagesReporting", static gauges => gauges.Reporting.Villages),
        new("countiesRegistered", FollowsCalendar: false, static measures => measures.Registered.Counties),
        new("townshipsRegistered", FollowsCalendar: false, static measures => measures.Registered.Townships),
        new("villagesRegistered", FollowsCalendar: false, static measures => measures.Registered.Villages),
    ];

    private static Quantity Gauge(string name, Func<Gauges, long> read) => new(name, FollowsCalendar: false, measures => read(measures.Gauges));

    private static Quantity Due(string name, Func<Gauges, long> read) => new(name, FollowsCalendar: true, measures => read(measures.Gauges));
}
