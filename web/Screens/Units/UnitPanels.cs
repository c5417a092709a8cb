using OpsBoard.Indicators;
using OpsBoard.Web.Reviews;
using OpsBoard.Web.Screens.Charts;

namespace OpsBoard.Web.Screens.Units;

/// <summary>What the page of a unit shows of today beside its figures.</summary>
/// <param name="Matrix">Of a province alone.</param>
/// <param name="Windows">Of a department or a window alone; else empty.</param>
public sealed record UnitPanels(
    IReadOnlyList<IndicatorValue> Indicators,
    IReadOnlyList<ChildRow> Children,
    ChartFigure Trend,
    ChartFigure Waits,
    ChartFigure Handling,
    ChartFigure Days,
    ChartFigure? Matrix,
    OverdueCases Overdue,
    ReviewReading Reviews,
    IReadOnlyList<WindowStatus> Windows,
    DateTimeOffset WindowsAt)
{
    public IEnumerable<ChartFigure> Figures => new[] { Trend, Waits, Handling, Days, Matrix }.OfType<ChartFigure>();
}
