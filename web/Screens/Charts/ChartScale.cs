namespace OpsBoard.Web.Screens.Charts;

/// <summary>The values between which a figure is drawn, and the marks of its y axis. Counts begin at 0; marks that are given decide otherwise.</summary>
internal sealed class ChartScale
{
    public ChartScale(ChartFigure figure)
    {
        var points = figure.Series.SelectMany(static series => series.Points).Where(static point => point.Value is not null).ToList();
        IsEmpty = points.Count == 0;
        var values = points.Select(static point => point.Value!.Value).Concat(figure.Ticks.Select(static tick => tick.At)).ToList();
        Low = figure.Ticks.Count > 0 ? values.Min() : Math.Min(0, values.DefaultIfEmpty(0).Min());
        High = values.DefaultIfEmpty(0).Max();
        if (High <= Low) High = Low + 1;
        Ticks = figure.Ticks.Count > 0 || IsEmpty ? figure.Ticks : Ends(points);
    }

    public bool IsEmpty { get; }

    public double Low { get; }

    public double High { get; }

    public IReadOnlyList<ChartTick> Ticks { get; }

    private static List<ChartTick> Ends(List<ChartPoint> points)
    {
        var (least, most) = (points.MinBy(static point => point.Value), points.MaxBy(static point => point.Value));
        return least.Value.Equals(most.Value) ? [new(most.Value!.Value, most.Text)] : [new(least.Value!.Value, least.Text), new(most.Value!.Value, most.Text)];
    }
}
