using OpsBoard.Indicators;

namespace OpsBoard.Web.Indicators;

/// <summary>
/// Shares of a gap in percentage points with two decimals, which add up to the gap as it is printed: each is cut toward zero, and the
/// hundredths that are missing then go to those that lost most (largest remainder), so none is off by a whole hundredth.
/// </summary>
internal static class SharePoints
{
    private const int Hundredths = 100 * 100;

    public static IReadOnlyList<decimal> Of(IReadOnlyList<Fraction> shares)
    {
        var exact = shares.Select(static share => share * Hundredths).ToList();
        var whole = exact.Select(static share => (long)share.Cut(0)).ToArray();
        var missing = (long)exact.Aggregate(Fraction.Zero, static (sum, share) => sum + share).Cut(0) - whole.Sum();
        var rests = Enumerable.Range(0, whole.Length).OrderBy(place => (whole[place] - exact[place]) * Math.Sign(missing));
        foreach (var place in rests.Take((int)Math.Abs(missing))) whole[place] += Math.Sign(missing);
        return [.. whole.Select(static share => share / 100m)];
    }
}
