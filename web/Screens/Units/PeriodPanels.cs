using OpsBoard.Indicators;
using OpsBoard.Web.Board;
using OpsBoard.Web.Screens.Charts;

namespace OpsBoard.Web.Screens.Units;

/// <summary>What the page of a unit shows of a span of days.</summary>
/// <param name="Period">As its address says it: a day, a month, a quarter or a year.</param>
/// <param name="Sums">Of the unit and of its children.</param>
/// <param name="Indicators">Of the unit.</param>
/// <param name="Figures">The charts.</param>
public sealed record PeriodPanels(string Period, PeriodSums Sums, IReadOnlyList<IndicatorValue> Indicators, IReadOnlyList<ChartFigure> Figures);
