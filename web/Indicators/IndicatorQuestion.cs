using System.Diagnostics.CodeAnalysis;
using OpsBoard.Counting;
using OpsBoard.Indicators;
using OpsBoard.Units;
using OpsBoard.Web.Board;

namespace OpsBoard.Web.Indicators;

/// <summary>What a reader asks about: an indicator of the children of a scope, over a period.</summary>
/// <param name="Period">A text that <see cref="ScopeReader"/> knows.</param>
internal sealed record IndicatorQuestion(Indicator Indicator, UnitPath Scope, string Period)
{
    public static bool TryRead(
        string? indicator,
        string? scope,
        string? period,
        Catalogue catalogue,
        Roster roster,
        [NotNullWhen(true)] out IndicatorQuestion? question,
        [NotNullWhen(false)] out IResult? refusal)
    {
        question = null;
        if (catalogue.Find(indicator ?? "") is not { } known)
        {
            refusal = Problem(StatusCodes.Status404NotFound, "Unknown indicator", $"'{indicator}' is no indicator. Known are {string.Join(", ", catalogue.All.Select(static each => each.Id))}; see GET /api/v1/indicators.");
            return false;
        }

        if (!TryReadScope(scope, roster, out var unit, out refusal)) return false;
        var asked = period ?? IndicatorFormat.Word(known.DefaultPeriod);
        if (!known.Periods.Any(each => IndicatorFormat.Word(each) == asked) && !Board.Period.IsSpan(asked))
        {
            refusal = Problem(StatusCodes.Status400BadRequest, "Unknown period", $"'{asked}' is no period of {known.Id}. Known are {string.Join(", ", known.Periods.Select(IndicatorFormat.Word))}, and spans of days such as 2026-10-01..2026-10-31.");
            return false;
        }

        question = new(known, unit, asked == "now" ? Board.Period.Today : asked);
        return true;
    }

    /// <summary>The same for a page, which offers the others: a period that the indicator is not read over gives way to its own.</summary>
    /// <returns>Null when there is no such indicator.</returns>
    public static IndicatorQuestion? Nearest(string indicator, UnitPath scope, string? period, Catalogue catalogue, Roster roster) =>
        TryRead(indicator, scope.ToString(), period, catalogue, roster, out var question, out _)
        || TryRead(indicator, scope.ToString(), period: null, catalogue, roster, out question, out _) ? question : null;

    /// <param name="scope">Null: the province.</param>
    public static bool TryReadScope(string? scope, Roster roster, out UnitPath unit, [NotNullWhen(false)] out IResult? refusal)
    {
        var text = scope ?? roster.Provinces.FirstOrDefault()?.Path.ToString();
        var fault = "name a unit, since no province is registered.";
        unit = default;
        var isRead = text is not null && UnitPath.TryParse(text, out unit, out fault);
        refusal = isRead ? null : Problem(StatusCodes.Status400BadRequest, "Unknown scope", $"scope: {fault}");
        return refusal is null;
    }

    private static IResult Problem(int status, string title, string detail) => UnitEndpoint.Problem(status, title, detail);
}
