using OpsBoard.Counting;
using OpsBoard.Indicators;
using OpsBoard.Units;
using OpsBoard.Web.Board;
using OpsBoard.Web.Indicators;

namespace OpsBoard.Web.Screens.Units;

/// <summary>The indicators of a unit's page: as they stand, and over days that are past.</summary>
internal sealed class UnitIndicators(IndicatorBodies bodies, Catalogue catalogue, Printed printed)
{
    /// <summary>Those that can be read of one day and of many: what a chart over days and a matrix of today can show.</summary>
    public IReadOnlyList<Indicator> Metrics =>
        [.. catalogue.All.Where(static indicator => indicator.Periods.Contains(IndicatorPeriod.Today) && indicator.Periods.Contains(IndicatorPeriod.Month))];

    /// <exception cref="InvalidOperationException">The catalogue has no indicator at all.</exception>
    public Indicator UsualMetric => Metrics.FirstOrDefault(static metric => metric.Id == LaggingEndpoint.DefaultIndicator) ?? Metrics[0];

    public IReadOnlyList<IndicatorValue> Live(Frame frame) => [.. bodies.ValuesOf(FiguresOf(frame), IndicatorPeriod.Today)];

    public IndicatorValue Live(Frame frame, Indicator metric) => Evaluation.Of(metric, FiguresOf(frame));

    public IReadOnlyList<IndicatorValue> Over(UnitPath unit, Tally tally, BusinessDay last, string period) =>
        [.. bodies.ValuesOf(bodies.Over(unit, tally, last), IndicatorBodies.PeriodOf(period))];

    public IndicatorValue? Of(UnitPath unit, IndicatorSpan span, Indicator metric) =>
        span.Tally is { } tally ? Evaluation.Of(metric, bodies.Over(unit, tally, span.Last)) : null;

    private UnitFigures FiguresOf(Frame frame)
    {
        var own = frame.Board.Own;
        return bodies.Live(own, printed.FreshnessOf(own, frame.AsOf.ToUnixTimeMilliseconds()));
    }
}
