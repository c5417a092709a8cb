using Microsoft.AspNetCore.Http.Connections;
using OpsBoard.Web.Access;

namespace OpsBoard.Web.Board;

internal static class BoardServices
{
    private const int LongestHubMessage = 32 * 1024;

    public static IServiceCollection AddBoard(this IServiceCollection services)
    {
        services.AddOptions<LiveOptions>().BindConfiguration("Live").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<DemoMode>().BindConfiguration("Demo");
        services.AddSingleton(BuildIdentity.Current);
        services.AddSingleton<BoardRelay>();
        services.AddSingleton<IFrames>(static provider => provider.GetRequiredService<BoardRelay>());
        services.AddHostedService(static provider => provider.GetRequiredService<BoardRelay>());
        services.AddSingleton<IPeriods, JournalPeriods>();
        services.AddSingleton<BoardPush>();
        services.AddSignalR(static options =>
        {
            options.MaximumReceiveMessageSize = LongestHubMessage;
            options.EnableDetailedErrors = false;
        });
        return services;
    }

    public static void MapBoard(this IEndpointRouteBuilder endpoints)
    {
        // Stateful reconnect stays off: it keeps what a viewer missed, without bound, and absolute snapshots need none of it.
        endpoints.MapHub<BoardHub>("/hubs/board", static options => options.Transports = HttpTransportType.WebSockets);
        var api = endpoints.MapGroup("/api/v1").RequireAuthorization(Policies.View);
        api.MapGet("/units", UnitEndpoint.List);
        api.MapGet("/units/{**path}", UnitEndpoint.Read);
        api.MapGet("/live", LiveEndpoint.Stream);
    }
}
