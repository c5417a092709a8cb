using OpsBoard.Indicators;
using OpsBoard.Units;
using OpsBoard.Web.Board;

namespace OpsBoard.Web.Screens.Table;

/// <summary>The order of the children that a reader asked for by <c>?sort=overdue&amp;order=desc</c>; roster order without.</summary>
/// <param name="Figure">One of <see cref="Figures.All"/>, or <see cref="ByUnit"/>.</param>
public sealed record TwinOrder(string Figure, bool IsDescending)
{
    public const string ByUnit = "unit";

    public static TwinOrder From(IQueryCollection query)
    {
        var asked = query["sort"].ToString();
        var figure = Figures.All.Contains(asked, StringComparer.Ordinal) ? asked : ByUnit;
        return new TwinOrder(figure, query["order"] == "desc");
    }

    /// <summary>The value of <c>aria-sort</c>; null for a column that does not rule the order.</summary>
    public string? AriaOf(string figure) => figure != Figure ? null : IsDescending ? "descending" : "ascending";

    /// <summary>The other way round for the column that rules already; else the largest first, because that is what one looks for.</summary>
    public string QueryFor(string figure)
    {
        var isDescending = figure == Figure ? !IsDescending : figure != ByUnit;
        return $"?sort={figure}&order={(isDescending ? "desc" : "asc")}";
    }

    /// <summary>Equal ones keep the order of the roster; those without a value come last in both directions.</summary>
    public IReadOnlyList<UnitPath> Of(BoardView view)
    {
        if (Figure == ByUnit) return IsDescending ? [.. view.Children.Reverse()] : view.Children;
        var values = view.Children.Select(child => (Unit: child, Value: ValueOf(view, child))).ToLookup(static row => row.Value is not null);
        var valued = IsDescending ? values[true].OrderByDescending(static row => row.Value!.Value) : values[true].OrderBy(static row => row.Value!.Value);
        return [.. valued.Concat(values[false]).Select(static row => row.Unit)];
    }

    private Fraction? ValueOf(BoardView view, UnitPath unit) => view.PartsOf(unit, Figure).Value;
}
