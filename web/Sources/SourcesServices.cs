using OpsBoard.Web.Access;

namespace OpsBoard.Web.Sources;

internal static class SourcesServices
{
    /// <summary>Needs the registry of sources and frames from elsewhere.</summary>
    public static IServiceCollection AddSources(this IServiceCollection services) => services.AddSingleton<SilentSources>();

    public static void MapSources(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/v1/sources", SourcesEndpoint.List).ForAll(Policies.Whole);
        endpoints.MapGet("/api/v1/sources/{source}/gaps", SourcesEndpoint.Gaps).ForAll(Policies.Whole);
    }
}
