using OpsBoard.Counting;
using OpsBoard.Units;
using OpsBoard.Web.Access;
using OpsBoard.Web.Board;
using OpsBoard.Web.Indicators;

namespace OpsBoard.Web.History;

/// <summary>
/// <c>GET /api/v1/units/{path}/history?from=&amp;to=</c>: a unit day by day, as JSON or as CSV; both days are in it, the last 30 days by
/// default. Days of which nothing is known are left out.
/// </summary>
internal sealed class HistoryEndpoint(HistoryReader history, Roster roster, IndicatorBodies indicators, CountingTerms terms, TimeProvider clock) : IUnitRead
{
    private const int UsualDays = 30;

    // Ten years: what a person asks for by mistake must not occupy the server.
    private const int MostDays = 3660;

    public string Name => "history";

    public string Policy => Policies.View;

    public async Task<IResult> Read(UnitPath unit, HttpContext http)
    {
        var now = clock.GetUtcNow();
        if (DayOf(http, "to", BusinessDay.Of(now)) is not { } last) return NoDay("to");
        if (DayOf(http, "from", new BusinessDay(last.Number - UsualDays + 1)) is not { } first) return NoDay("from");
        if (first > last || last.Number - first.Number >= MostDays)
            return UnitEndpoint.Problem(StatusCodes.Status400BadRequest, "Unknown days", $"from must not be after to, and at most {MostDays} days are answered at once.");

        var days = await history.Read(unit, first, last, http.RequestAborted);
        return CsvBody.IsWanted(http.Request, http.Request.Query["format"])
            ? CsvBody.Answer(HistoryFormat.Header, days.Select(HistoryFormat.Row), "history.csv")
            : UnitEndpoint.Json(HistoryFormat.Write(unit, roster.NameOf(unit), (first, last), days, indicators, terms, now));
    }

    private static BusinessDay? DayOf(HttpContext http, string name, BusinessDay otherwise) => http.Request.Query[name].FirstOrDefault() switch
    {
        null => otherwise,
        var text when BusinessDay.TryParse(text, out var day) => day,
        _ => null,
    };

    private static IResult NoDay(string name) => UnitEndpoint.Problem(StatusCodes.Status400BadRequest, "Unknown day", $"{name} is a day such as 2026-11-21.");
}
