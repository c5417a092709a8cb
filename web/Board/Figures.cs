using OpsBoard.Board;
using OpsBoard.Counting;
using OpsBoard.Units;

namespace OpsBoard.Web.Board;

/// <summary>
/// The figures of a unit as screens print them. The names are the second half of a key: <c>hainan/haikou.overdue</c>.
/// A count is a real count even when it is 0; only a rate can be without data.
/// </summary>
public static class Figures
{
    public const string Accepted = "accepted";
    public const string Completed = "completed";
    public const string InProgress = "inProgress";
    public const string Waiting = "waiting";
    public const string LongestWait = "longestWait";

    /// <summary>Open windows of all: <c>14/20</c>.</summary>
    public const string Windows = "windows";

    /// <summary>Windows that are due to report and are silent or were never heard of, of those due: <c>3/14</c>.</summary>
    public const string WindowsSilent = "windowsSilent";

    public const string DueSoon = "dueSoon";
    public const string Overdue = "overdue";
    public const string BadReviewsOpen = "badReviewsOpen";

    /// <summary>Open bad reviews whose author was not contacted yet (待回访).</summary>
    public const string BadReviewsToContact = "badReviewsToContact";

    /// <summary>Open bad reviews beyond a limit of their loop (超期差评).</summary>
    public const string BadReviewsOverdue = "badReviewsOverdue";

    public const string ZeroTrip = "zeroTrip";

    /// <summary>Accepted cases that needed no trip, of all accepted.</summary>
    public const string ZeroTripShare = "zeroTripShare";

    /// <summary>Reviews that citizens gave themselves; those by default are not counted.</summary>
    public const string Reviews = "reviews";

    /// <summary>Those of three stars or more, of all <see cref="Reviews"/>.</summary>
    public const string Satisfaction = "satisfaction";

    /// <summary>In the order in which <see cref="Of"/> gives them.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        Accepted, Completed, InProgress, Waiting, LongestWait, Windows, WindowsSilent, DueSoon, Overdue,
        BadReviewsOpen, BadReviewsToContact, BadReviewsOverdue, ZeroTrip, ZeroTripShare, Reviews, Satisfaction,
    ];

    internal const int LongWaitSeconds = 30 * 60;

    internal static readonly Shown Foreign = new("不适用", "N/A", States.NotApplicable);

    private static readonly Shown Withheld = new("未上报", "No report", States.NotReporting);

    private static readonly Shown NoData = new("—", "—", States.NoData);

    /// <summary>The key of one unit's figure: <c>data-k</c> on a page, the member's name in <c>shown</c>.</summary>
    public static string Key(UnitPath unit, string figure) => $"{unit}.{figure}";

    /// <summary>Every figure of the unit, always all of them and in the same order, by name.</summary>
    /// <param name="reporting">Whether the roster says that the unit owes figures.</param>
    /// <param name="atMs">The instant, in unix milliseconds, at which waits are read.</param>
    public static IEnumerable<KeyValuePair<string, Shown>> Of(Contribution contribution, FreshnessState freshness, bool reporting, long atMs)
    {
        if (!reporting) return EachIs(Foreign);
        if (freshness is FreshnessState.Silent or FreshnessState.Never) return EachIs(Withheld);
        return Values(contribution, freshness == FreshnessState.Late ? States.Stale : States.Ok, atMs);
    }

    private static IEnumerable<KeyValuePair<string, Shown>> EachIs(Shown shown) => All.Select(figure => KeyValuePair.Create(figure, shown));

    private static IEnumerable<KeyValuePair<string, Shown>> Values(Contribution contribution, string state, long atMs)
    {
        var (tally, gauges) = (contribution.Cell.Tally, contribution.Gauges);
        var wait = gauges.OldestWaitingMs is null ? (long?)null : gauges.LongestWaitSeconds(atMs);
        var (good, active) = (GoodOf(tally), ActiveOf(tally));

        return
        [
            Count(Accepted, tally[Counter.Accepted]),
            Count(Completed, tally[Counter.Completed]),
            Count(InProgress, gauges.InProgress),
            Count(Waiting, gauges.Waiting),
            Text(LongestWait, Print.Wait(wait), wait >= LongWaitSeconds ? Levels.Watch : null),
            Text(Windows, Both(Print.Fraction(gauges.WindowsOpen, contribution.Windows))),
            OfDue(WindowsSilent, gauges.WindowsSilent, gauges.WindowsDue),
            Count(DueSoon, gauges.DueSoon, Levels.Warning),
            Count(Overdue, gauges.Overdue, Levels.Overdue),
            Count(BadReviewsOpen, gauges.BadReviewsOpen, Levels.Watch),
            Count(BadReviewsToContact, gauges.BadReviewsToContact, Levels.Watch),
            Count(BadReviewsOverdue, gauges.BadReviewsOverdue, Levels.Overdue),
            Count(ZeroTrip, tally[Counter.ZeroTrip]),
            Rate(ZeroTripShare, tally[Counter.ZeroTrip], tally[Counter.Accepted]),
            Count(Reviews, active),
            Rate(Satisfaction, good, active),
        ];

        KeyValuePair<string, Shown> Text(string figure, Wording text, string? level = null) =>
            KeyValuePair.Create(figure, new Shown(text.Zh, text.En, state, level));

        KeyValuePair<string, Shown> Count(string figure, long count, string? levelAboveZero = null) =>
            Text(figure, Print.Count(count), count > 0 ? levelAboveZero : null);

        // While no window is due there is nothing of which any could be silent.
        KeyValuePair<string, Shown> OfDue(string figure, long count, long due) => due == 0
            ? KeyValuePair.Create(figure, NoData)
            : Text(figure, Both(Print.Fraction(count, due)), count > 0 ? Levels.Watch : null);

        KeyValuePair<string, Shown> Rate(string figure, long numerator, long denominator) =>
            KeyValuePair.Create(figure, RateOf(numerator, denominator, state));
    }

    /// <summary>One figure more, of a unit as the board sees it; the value is asked for only where there may be one.</summary>
    internal static Shown Seen(FreshnessState freshness, bool reporting, Func<string, Shown> value)
    {
        if (!reporting) return Foreign;
        if (freshness is FreshnessState.Silent or FreshnessState.Never) return Withheld;
        return value(freshness == FreshnessState.Late ? States.Stale : States.Ok);
    }

    internal static Shown CountOf(long count, string state, string? levelAboveZero = null)
    {
        var text = Print.Count(count);
        return new Shown(text.Zh, text.En, state, count > 0 ? levelAboveZero : null);
    }

    private static Wording Both(string text) => new(text, text);

    /// <summary>A rate without a denominator is no data, whatever the age of what was reported.</summary>
    internal static Shown RateOf(long numerator, long denominator, string state)
    {
        if (denominator <= 0) return NoData;
        var text = Print.Rate(numerator, denominator);
        return new Shown(text, text, state);
    }

    internal static long GoodOf(Tally tally) => tally[Counter.Stars3] + tally[Counter.Stars4] + tally[Counter.Stars5];

    internal static long ActiveOf(Tally tally) => GoodOf(tally) + tally[Counter.Stars1] + tally[Counter.Stars2];
}
