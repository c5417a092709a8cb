using OpsBoard.Web.Access;

namespace OpsBoard.Web.History;

internal static class HistoryServices
{
    public static IServiceCollection AddHistory(this IServiceCollection services) => services.AddSingleton<HistoryReader>().AddSingleton<HistoryEndpoint>();

    public static void MapHistory(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/v1/revisions", RevisionEndpoint.List).RequireAuthorization(Policies.View);
        endpoints.MapPost("/api/v1/revisions/{number:long}", RevisionEndpoint.Decide).RequireAuthorization(Policies.Approve);
    }
}
