using OpsBoard.Web.Access;

namespace OpsBoard.Web.Replay;

internal static class ReplayServices
{
    public static IServiceCollection AddReplay(this IServiceCollection services)
    {
        services.AddOptions<ReplayOptions>().BindConfiguration("Replay").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IReplays, Replays>();
        services.AddHostedService<TokenRecorder>();
        return services;
    }

    public static void MapReplay(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/api/v1/replay/{**scope}", ReplayEndpoint.Read).ForScopeInRoute("scope", Policies.View);
}
