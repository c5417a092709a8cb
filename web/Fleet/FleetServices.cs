using OpsBoard.Web.Access;
using OpsBoard.Web.Screens.Fleet;

namespace OpsBoard.Web.Fleet;

internal static class FleetServices
{
    public static IServiceCollection AddFleet(this IServiceCollection services) => services.AddSingleton<Walls>().AddSingleton<FleetTable>();

    public static void MapFleet(this IEndpointRouteBuilder endpoints)
    {
        // Its form checks its own token, as that of the language does.
        endpoints.MapPost("/api/v1/walls/self", WallEndpoints.Report).DisableAntiforgery().ForAll(Policies.Board);
        endpoints.MapGet("/api/v1/walls", WallEndpoints.List).ForAll(Policies.Fleet);
        endpoints.MapPost(WallEndpoints.Asking, WallEndpoints.Ask).DisableAntiforgery().ForAll(Policies.Fleet).ExcludeFromDescription();
    }
}
