namespace OpsBoard.Indicators;

/// <summary>
/// The 95 % interval of a share (Wilson): where the unit's true rate may lie, given how few cases were seen. It is an estimate, so it
/// alone is worked out in floating point; ranks never are.
/// </summary>
public readonly record struct Interval(double Low, double High)
{
    // Of the normal distribution, 95 % lie within so many standard deviations.
    private const double Deviations = 1.959963984540054;

    /// <returns>Null where there is no share: a count, or more than the whole.</returns>
    public static Interval? Of(IndicatorValue value)
    {
        if (value.Denominator is not > 0 || value.Numerator < 0 || value.Numerator > value.Denominator) return null;
        return Of((double)value.Numerator / (double)value.Denominator, (double)value.Denominator);
    }

    /// <param name="share">From 0 to 1.</param>
    /// <param name="cases">How many it was seen in; above 0.</param>
    public static Interval Of(double share, double cases)
    {
        var square = Deviations * Deviations / cases;
        var half = Math.Sqrt((share * (1 - share) * square) + (square * square / 4));
        return new((share + (square / 2) - half) / (1 + square), (share + (square / 2) + half) / (1 + square));
    }
}
