using OpsBoard.Units;
using OpsBoard.Web.Board;
using OpsBoard.Web.Screens.Sheet;

namespace OpsBoard.Web.Screens.Units;

/// <summary>The children of a scope, chosen and in order as the viewer asked. Rows without a value stand last in both directions.</summary>
internal static class ChildRows
{
    public static IReadOnlyList<ChildRow> Of(Frame frame, Printed printed, UnitChoice choice)
    {
        var rows = printed.ChildrenOf(frame.Board).Select((child, place) => RowOf(child, place, frame)).Where(row => IsWanted(row, frame, choice.Filter)).ToList();
        if (choice.SortedBy is not { } column) return rows;
        if (column == ChildColumns.Unit) return choice.IsDescending ? [.. rows.OrderByDescending(static row => row.Place)] : rows;
        var sign = choice.IsDescending ? -1 : 1;
        var withValue = rows.Where(row => row.Parts[column].Value is not null).OrderBy(row => row.Parts[column].Value!.Value * sign).ThenBy(static row => row.Place);
        return [.. withValue, .. rows.Where(row => row.Parts[column].Value is null)];
    }

    private static ChildRow RowOf(Contribution child, int place, Frame frame) => new(
        child.Unit,
        place,
        Figures.All.ToDictionary(static figure => figure, figure => FigureParts.Of(child, figure, ShownOf(frame, child.Unit, figure), frame.AsOf.ToUnixTimeMilliseconds()), StringComparer.Ordinal));

    private static Shown ShownOf(Frame frame, UnitPath unit, string figure) =>
        frame.Shown.GetValueOrDefault(Figures.Key(unit, figure), new Shown("—", "—", States.NoData));

    private static bool IsWanted(ChildRow row, Frame frame, string filter) => filter switch
    {
        "overdue" => row.Parts[Figures.Overdue].Numerator > 0,
        "windowsSilent" => row.Parts[Figures.WindowsSilent].Numerator > 0,
        "silent" => ShownOf(frame, row.Unit, Figures.Accepted).State == States.NotReporting,
        _ => true,
    };
}
