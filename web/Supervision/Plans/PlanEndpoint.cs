using OpsBoard.Units;
using OpsBoard.Web.Access;
using OpsBoard.Web.Board;
using OpsBoard.Web.Indicators;

namespace OpsBoard.Web.Supervision.Plans;

/// <summary><c>GET /api/v1/supervision/targets?scope=&amp;year=</c>: the targets of a year by month and quarter (按季抓、月跟踪); as CSV too.</summary>
internal static class PlanEndpoint
{
    public const string Path = $"{LedgerEndpoint.Path}/targets";

    public static async Task<IResult> Read(string? scope, string? year, string? format, HttpContext http, PlanReader reader, Roster roster)
    {
        if (!IndicatorQuestion.TryReadScope(Principal.ScopeOr(scope, http), roster, out var unit, out var refusal)) return refusal;
        if (!AskedYear.TryRead(year, out var asked)) return AskedYear.Unknown;
        var reading = await reader.Read(unit, asked, http.RequestAborted);
        return CsvBody.IsWanted(http.Request, format)
            ? CsvBody.Answer(PlanFormat.Header, PlanFormat.Rows(reading), "targets.csv")
            : UnitEndpoint.Json(PlanFormat.Write(reading));
    }
}
