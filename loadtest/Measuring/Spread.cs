namespace OpsBoard.LoadTest;

/// <summary>How long single things took, in milliseconds: the smallest value that so many percent of them do not exceed.</summary>
internal readonly record struct Spread(int Count, double P50, double P99, double Max)
{
    /// <summary>Of nothing at all, every figure is 0.</summary>
    public static Spread Of(IEnumerable<double> milliseconds)
    {
        var sorted = milliseconds.Order().ToArray();
        return sorted.Length == 0 ? default : new(sorted.Length, At(sorted, 0.50), At(sorted, 0.99), sorted[^1]);
    }

    // Nearest rank: a value that was measured, never one between two.
    private static double At(double[] sorted, double share) => sorted[(int)Math.Ceiling(share * sorted.Length) - 1];
}
