using OpsBoard.Units;
using OpsBoard.Web.Board;
using OpsBoard.Web.Screens.Sheet;

namespace OpsBoard.Web.Screens.Table;

/// <summary>What the twin reads of a board beyond its printed texts.</summary>
internal static class TwinParts
{
    public static FigureParts PartsOf(this BoardView view, UnitPath unit, string figure) =>
        FigureParts.Of(view.ContributionOf(unit), figure, view.Of(unit, figure), view.Frame.AsOf.ToUnixTimeMilliseconds());

    /// <summary>The figure in full digits; null where it has no value, and for a duration, which is printed in full already.</summary>
    public static string? DigitsOf(this BoardView view, UnitPath unit, string figure) =>
        figure == Figures.LongestWait ? null : view.PartsOf(unit, figure).Digits;

    /// <summary>Full digits for a count that is printed shortened, like 12.3万; null for one that is not.</summary>
    public static string? WithheldDigitsOf(this BoardView view, UnitPath unit, string figure)
    {
        var isShortened = !view.Of(unit, figure).Zh.All(char.IsAsciiDigit);
        return isShortened && view.PartsOf(unit, figure).Denominator is null ? view.DigitsOf(unit, figure) : null;
    }
}
