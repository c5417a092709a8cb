namespace OpsBoard.LoadTest;

/// <summary>One figure of several repetitions; of a single one all three are the same.</summary>
internal readonly record struct Repeated(double Min, double Median, double Max)
{
    /// <param name="values">At least one. Of an even number the median lies half way between the two in the middle.</param>
    public static Repeated Of(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        ArgumentOutOfRangeException.ThrowIfZero(sorted.Length, nameof(values));
        var middle = (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
        return new(sorted[0], middle, sorted[^1]);
    }
}
