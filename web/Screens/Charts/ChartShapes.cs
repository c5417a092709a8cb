using System.Globalization;
using OpsBoard.Web.Board;

namespace OpsBoard.Web.Screens.Charts;

/// <summary>Paths of the shapes by which points are told apart without colour, and the signs for levels in texts.</summary>
internal static class ChartShapes
{
    public static string? SignOf(string? level) => level switch
    {
        Levels.Watch => "◆",
        Levels.Warning => "▲",
        Levels.Behind or Levels.Overdue => "■",
        _ => null,
    };

    /// <summary>Of a level; else of the series: a dot for the first, a ring for the second, a cross for the others.</summary>
    public static string Of(string? level, int series, double x, double y) => level switch
    {
        Levels.Watch => Path($"M{x:0.#} {y - 6:0.#}l6 6l-6 6l-6 -6Z"),
        Levels.Warning => Path($"M{x:0.#} {y - 6:0.#}l6 11h-12Z"),
        Levels.Behind or Levels.Overdue => Path($"M{x - 5:0.#} {y - 5:0.#}h10v10h-10Z"),
        _ when series > 1 => Path($"M{x - 4:0.#} {y - 4:0.#}l8 8m0 -8l-8 8"),
        _ => Path($"M{x - 3:0.#} {y:0.#}a3 3 0 1 0 6 0a3 3 0 1 0 -6 0Z"),
    };

    private static string Path(FormattableString path) => path.ToString(CultureInfo.InvariantCulture);
}
