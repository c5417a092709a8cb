using OpsBoard.Units;
using OpsBoard.Web.Access;
using OpsBoard.Web.Board;
using OpsBoard.Web.Indicators;

namespace OpsBoard.Web.Supervision.Duties;

/// <summary><c>GET /api/v1/supervision/duties?scope=&amp;year=</c>: duties over the periods of a year (调度表), a cell for each unit and period; as CSV too.</summary>
internal static class DutyEndpoint
{
    public const string Path = $"{LedgerEndpoint.Path}/duties";

    public static async Task<IResult> Read(string? scope, string? year, string? format, HttpContext http, DutyReader reader, Roster roster)
    {
        if (!IndicatorQuestion.TryReadScope(Principal.ScopeOr(scope, http), roster, out var unit, out var refusal)) return refusal;
        if (!AskedYear.TryRead(year, out var asked)) return AskedYear.Unknown;
        var reading = await reader.Read(unit, asked, http.RequestAborted);
        return CsvBody.IsWanted(http.Request, format)
            ? CsvBody.Answer(DutyFormat.Header, DutyFormat.Rows(reading), "duties.csv")
            : UnitEndpoint.Json(DutyFormat.Write(reading));
    }
}
