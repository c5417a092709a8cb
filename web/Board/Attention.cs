using OpsBoard.Board;
using OpsBoard.Units;

namespace OpsBoard.Web.Board;

/// <summary>
/// What a scope's screens say about its children taken together: the five that need help most, and how many report. Decided here
/// so that the module at the screen only places texts.
/// </summary>
public static class Attention
{
    public const int Rows = 5;

    /// <summary>Units that report, of those that owe figures: <c>17/19</c>; watched while it is not all of them.</summary>
    public const string Coverage = "coverage";

    /// <summary>The board's business day: it turns with the figures, and not by the clock of the screen.</summary>
    public const string Date = "date";

    /// <summary>Units beside those listed that report and have nothing to be marked: what may be called normal.</summary>
    public const string RestNormal = "restNormal";

    /// <summary>Units beside those listed that are late, silent or have something to be marked.</summary>
    public const string RestNoted = "restNoted";

    /// <summary>A row too many.</summary>
    internal static readonly Shown Vacant = new("", "", States.NotApplicable);

    /// <summary>Whether a key is of a row of the list.</summary>
    public static bool IsRow(string key) => key.Contains(".worst", StringComparison.Ordinal);

    /// <param name="row">From 1, the worst.</param>
    public static string Name(int row) => $"worst{row}.name";

    public static string Wait(int row) => $"worst{row}.{Figures.LongestWait}";

    public static string Overdue(int row) => $"worst{row}.{Figures.Overdue}";

    /// <summary>Most overdue first, then the longest wait, then roster order. A child without either, or without a usable value, is not listed; a row too many is empty.</summary>
    public static IEnumerable<KeyValuePair<string, Shown>> Of(UnitPath scope, BusinessDay day, IReadOnlyCollection<Child> children, Roster roster, long atMs)
    {
        yield return KeyValuePair.Create(Date, Worded(Print.Date(day)));
        var due = children.Where(static child => child.Reporting).ToList();
        var heard = due.Count(static child => child.Freshness is not (FreshnessState.Silent or FreshnessState.Never));
        var coverage = Print.Fraction(heard, due.Count);
        yield return KeyValuePair.Create(Coverage, new Shown(coverage, coverage, States.Ok, heard < due.Count ? Levels.Watch : null));

        var worst = Worst(due, atMs).ToList();
        var rest = due.Except(worst).ToLookup(child => IsNormal(child, atMs));
        yield return KeyValuePair.Create(RestNormal, Figures.CountOf(rest[true].Count(), States.Ok));
        yield return KeyValuePair.Create(RestNoted, Figures.CountOf(rest[false].Count(), States.Ok, Levels.Watch));
        for (var row = 1; row <= Rows; row++)
        {
            var child = row <= worst.Count ? worst[row - 1] : null;
            var figures = child is null ? null : Figures.Of(child.Contribution, child.Freshness, child.Reporting, atMs).ToDictionary(StringComparer.Ordinal);
            yield return KeyValuePair.Create(Name(row), child is null ? Vacant : Worded(roster.ShortNameIn(scope, child.Contribution.Unit)));
            yield return KeyValuePair.Create(Overdue(row), figures?[Figures.Overdue] ?? Vacant);
            yield return KeyValuePair.Create(Wait(row), figures?[Figures.LongestWait] ?? Vacant);
        }
    }

    private static IEnumerable<Child> Worst(IEnumerable<Child> due, long atMs) => due
        .Where(IsJudged)
        .Where(static child => child.Contribution.Gauges is { Overdue: > 0 } or { OldestWaitingMs: not null })
        .OrderByDescending(static child => child.Contribution.Gauges.Overdue)
        .ThenByDescending(child => child.Contribution.Gauges.LongestWaitSeconds(atMs))
        .Take(Rows);

    private static bool IsNormal(Child child, long atMs) =>
        IsJudged(child) && child.Contribution.Gauges is { Overdue: 0, DueSoon: 0 } gauges && gauges.LongestWaitSeconds(atMs) < Figures.LongWaitSeconds;

    /// <summary>Whether the unit's figures are of now: those of a late or silent one are not held against it.</summary>
    internal static bool IsJudged(Child child) => child.Reporting && child.Freshness is (FreshnessState.Live or FreshnessState.Closed);

    internal static Shown Worded(Wording words) => new(words.Zh, words.En, States.Ok);

    /// <summary>A child as the board sees it.</summary>
    public sealed record Child(Contribution Contribution, FreshnessState Freshness, bool Reporting);
}
