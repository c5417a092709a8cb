using OpsBoard.Web.Board;

namespace OpsBoard.Web.Screens.Charts;

/// <summary>Figures with defaults: a test names only the points that matter to it.</summary>
internal static class SomeChart
{
    public static ChartPoint Gap { get; } = new(null, "—", States.NoData);

    public static ChartPoint Point(double value, string state = States.Ok, string? level = null) => new(value, $"{value} 件", state, level);

    public static ChartSeries Line(params IReadOnlyList<ChartPoint> points) => new("受理", points);

    /// <summary>The same value at each of three places.</summary>
    public static ChartSeries Target(double value) => new($"目标 {value}", [Point(value), Point(value), Point(value)], IsReference: true);

    public static ChartFigure Of(ChartKind kind, params IReadOnlyList<ChartSeries> series) =>
        new("sample", kind, "办件走势", "截至 10:00，受理 12 件。", "时段", "件数", [.. Enumerable.Range(8, series[0].Points.Count).Select(static hour => $"{hour}:00")], series);
}
