using OpsBoard.Web.Access;
using OpsBoard.Web.Board;

namespace OpsBoard.Web.History;

internal static class HistoryServices
{
    public static IServiceCollection AddHistory(this IServiceCollection services) =>
        services.AddSingleton<HistoryReader>().AddSingleton<IUnitRead, HistoryEndpoint>();

    public static void MapHistory(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/v1/revisions", RevisionEndpoint.List).ForScopeInQuery(Policies.View);
        endpoints.MapPost("/api/v1/revisions/{number:long}", RevisionEndpoint.Decide).ForAll(Policies.Approve);
    }
}
