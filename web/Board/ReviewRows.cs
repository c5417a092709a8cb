using OpsBoard.Board;
using OpsBoard.Counting;
using OpsBoard.Units;

namespace OpsBoard.Web.Board;

/// <summary>
/// What a scope's screens say of its open bad reviews (差评闭环) beside the figures that every unit has: how many came today, how many
/// are being put right, since when the oldest is open, and the children with most to do. Fixed keys, of the scope alone.
/// </summary>
public static class ReviewRows
{
    public const int Rows = 6;

    /// <summary>Reviews of one or two stars given today.</summary>
    public const string Today = "badReviewsToday";

    /// <summary>Open ones whose author was contacted: they are looked into or put right.</summary>
    public const string InHand = "badReviewsInHand";

    /// <summary>The age of the oldest open one, as one whole number with its unit.</summary>
    public const string Oldest = "oldestBadReview";

    /// <param name="row">From 1, the one with most to do.</param>
    public static string Name(int row) => $"reviews{row}.name";

    public static string ToContact(int row) => $"reviews{row}.toContact";

    public static string BeingHandled(int row) => $"reviews{row}.inHand";

    public static string Overdue(int row) => $"reviews{row}.overdue";

    internal static IEnumerable<KeyValuePair<string, Shown>> Of(Attention.Child own, IEnumerable<Attention.Child> children, Roster roster, long atMs)
    {
        var (tally, gauges) = (own.Contribution.Cell.Tally, own.Contribution.Gauges);
        yield return Own(Today, state => Figures.CountOf(tally[Counter.Stars1] + tally[Counter.Stars2], state));
        yield return Own(InHand, state => Figures.CountOf(InHandOf(gauges), state));
        yield return Own(Oldest, state => OldestOf(gauges, state, atMs));
        var most = children.Where(Attention.IsJudged).Where(static child => child.Contribution.Gauges.BadReviewsOpen > 0)
            .OrderByDescending(static child => child.Contribution.Gauges.BadReviewsOverdue)
            .ThenByDescending(static child => child.Contribution.Gauges.BadReviewsToContact)
            .ThenByDescending(static child => child.Contribution.Gauges.BadReviewsOpen)
            .Take(Rows).Select(static child => child.Contribution).ToList();
        for (var row = 1; row <= Rows; row++)
        {
            var child = row <= most.Count ? most[row - 1] : null;
            yield return KeyValuePair.Create(Name(row), child is null ? Attention.Vacant : Attention.Worded(roster.ShortNameIn(own.Contribution.Unit, child.Unit)));
            yield return KeyValuePair.Create(ToContact(row), Of(child, static now => now.BadReviewsToContact, Levels.Watch));
            yield return KeyValuePair.Create(BeingHandled(row), Of(child, InHandOf));
            yield return KeyValuePair.Create(Overdue(row), Of(child, static now => now.BadReviewsOverdue, Levels.Overdue));
        }

        KeyValuePair<string, Shown> Own(string figure, Func<string, Shown> value) => KeyValuePair.Create(figure, Figures.Seen(own.Freshness, own.Reporting, value));
    }

    private static long InHandOf(Gauges gauges) => gauges.BadReviewsOpen - gauges.BadReviewsToContact;

    private static Shown Of(Contribution? child, Func<Gauges, long> count, string? level = null) =>
        child is null ? Attention.Vacant : Figures.CountOf(count(child.Gauges), States.Ok, level);

    private static Shown OldestOf(Gauges gauges, string state, long atMs)
    {
        if (gauges.OldestBadReviewMs is not { } since) return new("—", "—", States.NoData);
        var age = Print.Age((atMs - since) / 1000);
        return new Shown(age.Zh.Replace(" ", "", StringComparison.Ordinal), age.En, state);
    }
}
