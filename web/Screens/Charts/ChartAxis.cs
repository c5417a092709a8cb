namespace OpsBoard.Web.Screens.Charts;

/// <summary>Which places along the x axis have room for their text.</summary>
internal static class ChartAxis
{
    /// <summary>Every n-th place, so that no text touches the next.</summary>
    public static IEnumerable<int> Labelled(IReadOnlyList<string> across, double slot)
    {
        if (across.Count == 0) return [];
        var step = Math.Max(1, (int)Math.Ceiling((across.Max(WidthOf) + 12) / slot));
        return Enumerable.Range(0, ((across.Count - 1) / step) + 1).Select(label => label * step);
    }

    /// <summary>At twelve pixels: a Chinese letter is as wide as it is high, others little more than half of it.</summary>
    public static double WidthOf(string text) => text.Sum(static letter => letter > 0x2E80 ? 12 : 6.8);
}
