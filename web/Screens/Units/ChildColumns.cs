using OpsBoard.Web.Board;

namespace OpsBoard.Web.Screens.Units;

/// <summary>What the table of a unit's children shows, and by what it can be sorted and filtered.</summary>
internal static class ChildColumns
{
    /// <summary>Sorted by the roster's order.</summary>
    public const string Unit = "unit";

    public static readonly IReadOnlyList<string> Shown =
    [
        Figures.Accepted, Figures.Completed, Figures.InProgress, Figures.Waiting, Figures.LongestWait, Figures.Windows, Figures.WindowsSilent,
        Figures.Overdue, Figures.ZeroTripShare, Figures.Satisfaction,
    ];

    /// <summary>In the row that is opened, beneath.</summary>
    public static readonly IReadOnlyList<string> Further = [Figures.DueSoon, Figures.BadReviewsOpen, Figures.ZeroTrip, Figures.Reviews];

    /// <summary>All children, those with overdue cases, those with windows that are silent, those that report nothing.</summary>
    public static readonly IReadOnlyList<string> Filters = ["all", "overdue", "windowsSilent", "silent"];
}
