using OpsBoard.Units;
using OpsBoard.Web.Access;
using OpsBoard.Web.Board;
using OpsBoard.Web.Indicators;

namespace OpsBoard.Web.Supervision.Surveys;

/// <summary><c>GET /api/v1/supervision/surveys?scope=</c>: what surveys (公众评议, 第三方评估) are declared to have found; as CSV too.</summary>
internal static class SurveyEndpoint
{
    public const string Path = $"{LedgerEndpoint.Path}/surveys";

    public static async Task<IResult> Read(string? scope, string? format, HttpContext http, SurveyReader reader, Roster roster)
    {
        if (!IndicatorQuestion.TryReadScope(Principal.ScopeOr(scope, http), roster, out var unit, out var refusal)) return refusal;
        var surveys = await reader.Read(unit, http.RequestAborted);
        return CsvBody.IsWanted(http.Request, format)
            ? CsvBody.Answer(SurveyFormat.Header, surveys.Select(SurveyFormat.Cells), "surveys.csv")
            : UnitEndpoint.Json(SurveyFormat.Write(unit, surveys));
    }
}
