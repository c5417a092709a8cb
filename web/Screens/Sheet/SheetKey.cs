using OpsBoard.Units;
using OpsBoard.Web.Board;

namespace OpsBoard.Web.Screens.Sheet;

/// <summary>
/// Names a number in an address, <c>?figure=</c>: a figure of a board as in <c>data-k</c> (<c>hainan/haikou.overdue</c>), or an indicator of the
/// catalogue (<c>hainan/haikou.indicator:on-time</c>).
/// </summary>
public readonly record struct SheetKey(UnitPath Unit, string Figure)
{
    private const string OfIndicator = "indicator:";

    /// <summary>The indicator's id; null for a figure of the board.</summary>
    public string? Indicator => Figure.StartsWith(OfIndicator, StringComparison.Ordinal) ? Figure[OfIndicator.Length..] : null;

    public static SheetKey Of(UnitPath unit, string indicator) => new(unit, OfIndicator + indicator);

    public static SheetKey? Parse(string? text) =>
        text?.IndexOf('.', StringComparison.Ordinal) is >= 0 and var dot && UnitPath.TryParse(text[..dot], out var unit) ? new SheetKey(unit, text[(dot + 1)..]) : null;

    public override string ToString() => Figures.Key(Unit, Figure);
}
