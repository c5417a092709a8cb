using OpsBoard.Counting;
using OpsBoard.Units;
using OpsBoard.Web.Board;

namespace OpsBoard.Web.Screens.Units;

/// <summary>The columns of a table of sums: counts in full digits, and the rates made from them.</summary>
internal static class SumColumns
{
    public static readonly IReadOnlyList<string> All =
        [Figures.Accepted, Figures.Completed, Figures.ZeroTrip, Figures.ZeroTripShare, Figures.Reviews, Figures.Satisfaction];

    /// <summary>In the order of <see cref="All"/>.</summary>
    public static IReadOnlyList<Shown> Of(Tally tally, bool reporting)
    {
        if (!reporting) return [.. All.Select(static _ => Figures.Foreign)];
        var active = Figures.ActiveOf(tally);
        return
        [
            Digits(tally[Counter.Accepted]),
            Digits(tally[Counter.Completed]),
            Digits(tally[Counter.ZeroTrip]),
            Figures.RateOf(tally[Counter.ZeroTrip], tally[Counter.Accepted], States.Ok),
            Digits(active),
            Figures.RateOf(Figures.GoodOf(tally), active, States.Ok),
        ];
    }

    /// <returns>Null when no table of sums has the figure.</returns>
    public static Shown? Find(Tally tally, bool reporting, string figure) =>
        All.Contains(figure, StringComparer.Ordinal) ? Of(tally, reporting)[All.ToList().IndexOf(figure)] : null;

    /// <summary>Sums in the shape from which the parts of figures are read.</summary>
    public static Contribution RowOf(UnitPath unit, Tally tally) => new(new Cell(unit, default, 0, tally), 0, default, null, 0);

    private static Shown Digits(long count)
    {
        var text = Print.Digits(count);
        return new Shown(text, text, States.Ok);
    }
}
