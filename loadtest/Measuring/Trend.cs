namespace OpsBoard.LoadTest;

/// <summary>How one figure moved under an even load.</summary>
internal static class Trend
{
    /// <summary>By how much it grows in a unit of <c>At</c>, by least squares; 0 of fewer than two moments.</summary>
    public static double Slope(IReadOnlyCollection<(double At, double Value)> points)
    {
        if (points.Count < 2) return 0;
        var (at, value) = (points.Average(static point => point.At), points.Average(static point => point.Value));
        var spread = points.Sum(point => (point.At - at) * (point.At - at));
        return spread == 0 ? 0 : points.Sum(point => (point.At - at) * (point.Value - value)) / spread;
    }
}
