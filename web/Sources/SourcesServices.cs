using OpsBoard.Web.Access;

namespace OpsBoard.Web.Sources;

internal static class SourcesServices
{
    public static void MapSources(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/v1/sources", SourcesEndpoint.List).ForAll(Policies.Whole);
        endpoints.MapGet("/api/v1/sources/{source}/gaps", SourcesEndpoint.Gaps).ForAll(Policies.Whole);
    }
}
