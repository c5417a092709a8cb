using OpsBoard.Web.Board;

namespace OpsBoard.Web.Screens.Charts;

/// <summary>Round marks for a y axis, about five of them, from below.</summary>
public static class ChartTicks
{
    private const int Most = 5;

    // A stretch of one point in thousandths: a tenth of it is no leap, and the whole lies at its top.
    private const int LeastStretch = 10;

    private static readonly int[] StepsInThousandths = [1, 2, 5, 10, 20, 50, 100, 200, 250, 500, 1000];

    /// <summary>From 0 to the first mark that is not below the largest count.</summary>
    public static IReadOnlyList<ChartTick> Counts(IEnumerable<double?> values)
    {
        var most = Math.Max(1, (long)Math.Ceiling(values.Max() ?? 0));
        var step = Steps().First(step => step * Most >= most);
        return [.. Marks(0, most, step).Select(static mark => new ChartTick(mark, Print.Digits(mark)))];
    }

    /// <summary>Around shares of 1, which need not begin at 0: a rate near the whole would be flat otherwise.</summary>
    public static IReadOnlyList<ChartTick> Rates(IEnumerable<double?> values)
    {
        var known = values.OfType<double>().DefaultIfEmpty(0).ToList();
        var (least, most) = ((long)Math.Floor(known.Min() * 1000), (long)Math.Ceiling(known.Max() * 1000));
        least = Math.Max(0, Math.Min(least, most - LeastStretch));
        var step = StepsInThousandths.FirstOrDefault(step => step * Most >= most - least, (int)Math.Ceiling((most - least) / (double)Most));
        var first = Math.Max(0, least / step * step);
        return [.. Marks(first, Math.Max(most, first + step), step).Select(static mark => new ChartTick(mark / 1000.0, Print.Rate(mark, 1000)))];
    }

    private static IEnumerable<long> Marks(long first, long most, long step)
    {
        for (var mark = first; mark < most + step; mark += step) yield return mark;
    }

    private static IEnumerable<long> Steps()
    {
        for (var power = 1L; ; power *= 10)
        {
            yield return power;
            yield return 2 * power;
            yield return 5 * power;
        }
    }
}
