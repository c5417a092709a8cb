namespace OpsBoard.Web.Screens.Charts;

/// <summary>One value and its printed text.</summary>
/// <param name="Value">Null is a gap: never drawn as 0 and never joined.</param>
/// <param name="State">One of <see cref="Board.States"/>: a stale point is dotted.</param>
/// <param name="Level">One of <see cref="Board.Levels"/>, or null.</param>
/// <param name="Href">Where a tap on it leads; null: nowhere.</param>
/// <param name="Numerator">The whole number behind the value, for tables; null where there is none.</param>
/// <param name="Denominator">Of a rate; null for a count.</param>
public readonly record struct ChartPoint(
    double? Value,
    string Text,
    string State = Board.States.Ok,
    string? Level = null,
    string? Href = null,
    long? Numerator = null,
    long? Denominator = null);
