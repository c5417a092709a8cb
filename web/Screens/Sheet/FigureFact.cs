using OpsBoard.Units;

namespace OpsBoard.Web.Screens.Sheet;

/// <summary>What stands behind a figure of a board, whatever the unit.</summary>
/// <param name="Version">Of the definition; it rises when the meaning changes.</param>
/// <param name="IsOfInstant">True: it is what is open now; else it is of the business day.</param>
/// <param name="Denominator">Null: the figure is a count, or the duration of the one that the numerator names.</param>
/// <param name="Indicator">The indicator of the catalogue that says the same: it gives the owner and the targets.</param>
public sealed record FigureFact(
    string Figure,
    Wording Definition,
    int Version,
    bool IsOfInstant,
    FigurePart Numerator,
    FigurePart? Denominator = null,
    string? Indicator = null);
