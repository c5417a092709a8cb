using OpsBoard.Indicators;
using OpsBoard.Web.Board;
using OpsBoard.Web.Indicators;

namespace OpsBoard.Web.Screens.Pickers;

/// <summary>
/// The indicator that a list begins with when nobody asked for one: a rate that misses its target today, else the first that has a
/// target and a value, so that the list is not empty where there is something to see.
/// </summary>
internal sealed class UsualIndicator(IndicatorBodies indicators, Printed printed)
{
    public string Of(Frame frame)
    {
        var own = frame.Board.Own;
        var figures = indicators.Live(own, printed.FreshnessOf(own, frame.AsOf.ToUnixTimeMilliseconds()));
        var judged = indicators.ValuesOf(figures, IndicatorPeriod.Today)
            .Where(static value => value.Indicator.IsRate && value.Value is not null && !value.Targets.IsEmpty)
            .OrderByDescending(static value => value.Status);
        return judged.FirstOrDefault()?.Indicator.Id ?? LaggingEndpoint.DefaultIndicator;
    }
}
