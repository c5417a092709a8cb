using OpsBoard.Indicators;
using OpsBoard.Units;
using OpsBoard.Web.Board;

namespace OpsBoard.Web.Screens.Sheet;

/// <summary>The whole numbers behind a printed figure: what a table sorts by, writes out in full, and gives to machines.</summary>
/// <param name="Numerator">A count, or seconds of a wait; null where the figure has no number.</param>
/// <param name="Denominator">Of which the numerator is a part; null when the figure is no part of anything.</param>
public readonly record struct FigureParts(long? Numerator, long? Denominator)
{
    /// <summary>Compared exactly; null where there is no value: such rows stand last.</summary>
    public Fraction? Value => (Numerator, Denominator) switch
    {
        (null, _) or (_, <= 0) => null,
        ({ } numerator, { } denominator) => new Fraction(numerator, denominator),
        ({ } numerator, null) => new Fraction(numerator, 1),
    };

    /// <summary>In full digits: <c>1,234</c>, <c>14 / 20</c>; null where the figure has no number.</summary>
    public string? Digits => (Numerator, Denominator) switch
    {
        (null, _) => null,
        ({ } numerator, { } denominator) => $"{Print.Digits(numerator)} / {Print.Digits(denominator)}",
        ({ } numerator, null) => Print.Digits(numerator),
    };

    /// <param name="shown">As printed: without a value there are no parts.</param>
    /// <param name="atMs">The instant, in unix milliseconds, at which waits are read.</param>
    public static FigureParts Of(Contribution unit, string figure, Shown shown, long atMs)
    {
        if (shown.State is not (States.Ok or States.Stale)) return default;
        if (figure == Figures.LongestWait) return new(unit.Gauges.LongestWaitSeconds(atMs), null);
        return FigureFacts.Find(figure) is { } fact ? new(fact.Numerator.Read(unit), fact.Denominator?.Read(unit)) : default;
    }
}
