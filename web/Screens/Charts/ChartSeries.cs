namespace OpsBoard.Web.Screens.Charts;

/// <summary>One line, one run of bars, or one row of a matrix.</summary>
/// <param name="Points">One for each place.</param>
/// <param name="IsReference">Compared with (a target, the same weekday, a control limit), drawn behind and without emphasis.</param>
public sealed record ChartSeries(string Name, IReadOnlyList<ChartPoint> Points, bool IsReference = false)
{
    /// <summary>A reference of one value throughout, such as a target: a straight rule over the whole width.</summary>
    public bool IsRule => IsReference && Points.Count > 0 && Points.All(point => point.Value is { } value && value.Equals(Points[0].Value));
}
