using Microsoft.AspNetCore.Http.HttpResults;
using OpsBoard.Web.Board;
using OpsBoard.Web.Screens;
using OpsBoard.Web.Screens.Admin;

namespace OpsBoard.Web.Access.Audit;

/// <summary>The trail as a table, the newest first, at most 100,000 entries; <c>?before=</c> a number goes on from there.</summary>
internal static class AuditEndpoint
{
    private const int Most = 100_000;

    public static void MapAudit(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet($"{AdminPages.Audit}.csv", Csv).ForAll(Policies.Audit).ExcludeFromDescription();

    private static FileContentHttpResult Csv(HttpContext http, long? before, AuditTrail trail)
    {
        http.Response.Headers.CacheControl = "no-store";
        return CsvBody.Answer(AdminWords.For(http.Words()).AuditColumns, trail.Newest(Most, before).Select(AuditRows.Cells), "audit.csv");
    }
}
