using OpsBoard.Units;
using OpsBoard.Web.Access;
using OpsBoard.Web.Board;
using OpsBoard.Web.Indicators;

namespace OpsBoard.Web.Screens.Units;

/// <summary><c>GET /api/v1/tables/{table}?scope=</c>, and what else stands in the address of the page: one of its tables as CSV, in the page's language and order.</summary>
internal static class UnitTableEndpoint
{
    public static async Task<IResult> Read(string table, string? scope, string? period, HttpContext http, IFrames frames, UnitPage page, PeriodPage periods, Roster roster)
    {
        if (!IndicatorQuestion.TryReadScope(Principal.ScopeOr(scope, http), roster, out var unit, out var refusal)) return refusal;
        var choice = page.ChoiceOf(http.Request.Query);
        var tables = new UnitTables(http.Words(), roster);
        var found = period is null or Period.Today ? await Today() : await Over(period);
        return found is null
            ? UnitEndpoint.Problem(StatusCodes.Status404NotFound, "Unknown table", $"The page of {unit} has no table '{table}' of this period.")
            : CsvBody.Answer(found.Header, found.Rows, $"{unit.ToString().Replace('/', '-')}-{table}.csv");

        async Task<UnitTable?> Today() => await frames.Newest(unit, http.RequestAborted) is { } frame
            ? tables.Of(table, frame, await page.Read(frame, choice, http.Words(), http.RequestAborted))
            : null;

        async Task<UnitTable?> Over(string asked) => await periods.Read(unit, asked, choice, http.Words(), http.RequestAborted) is { } panels
            ? tables.Of(table, unit, panels)
            : null;
    }
}
