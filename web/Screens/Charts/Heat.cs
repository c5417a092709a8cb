namespace OpsBoard.Web.Screens.Charts;

/// <summary>How deep the ground of a field is, in seven steps between the smallest and the largest value of a matrix.</summary>
internal sealed class Heat
{
    public const int Steps = 7;

    private readonly double _low;
    private readonly double _high;

    public Heat(ChartFigure figure)
    {
        var values = figure.Series.SelectMany(static series => series.Points).Select(static point => point.Value).OfType<double>().DefaultIfEmpty(0).ToList();
        (_low, _high) = (values.Min(), values.Max());
    }

    /// <returns>0 to 6; null for a gap.</returns>
    public int? Of(ChartPoint point)
    {
        if (point.Value is not { } value) return null;
        return _high > _low ? Math.Min(Steps - 1, (int)((value - _low) / (_high - _low) * Steps)) : 0;
    }
}
