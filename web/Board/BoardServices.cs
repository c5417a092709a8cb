using Microsoft.AspNetCore.Http.Connections;
using OpsBoard.Web.Access;

namespace OpsBoard.Web.Board;

internal static class BoardServices
{
    private const int LongestHubMessage = 32 * 1024;
    private const int MostWaiting = 32 * 1024;

    public static IServiceCollection AddBoard(this IServiceCollection services)
    {
        services.AddOptions<LiveOptions>().BindConfiguration("Live").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<DemoMode>().BindConfiguration("Demo");
        services.AddSingleton(BuildIdentity.Current);
        services.AddSingleton<BoardRelay>();
        services.AddSingleton<IFrames>(static provider => provider.GetRequiredService<BoardRelay>());
        services.AddHostedService(static provider => provider.GetRequiredService<BoardRelay>());
        services.AddSingleton<IPeriods, JournalPeriods>().AddSingleton<PeriodBody>().AddSingleton<UnitEndpoint>();
        services.AddSingleton<BoardPush>().AddSingleton<ViewerDoor>().AddSingleton<ViewerLine>();
        services.AddHostedService<ViewerFarewell>().AddHostedService<ViewerStanding>();
        services.AddSignalR(static options =>
        {
            options.MaximumReceiveMessageSize = LongestHubMessage;
            options.EnableDetailedErrors = false;
            options.HandshakeTimeout = TimeSpan.FromSeconds(15);
            options.ClientTimeoutInterval = TimeSpan.FromSeconds(30);
        });
        return services;
    }

    public static void MapBoard(this IEndpointRouteBuilder endpoints)
    {
        // Stateful reconnect stays off: it keeps what a viewer missed, without bound, and absolute snapshots need none of it.
        endpoints.MapHub<BoardHub>("/hubs/board", static options =>
        {
            options.Transports = HttpTransportType.WebSockets;
            // What waits in between is old by the time a slow viewer gets it.
            options.TransportMaxBufferSize = MostWaiting;
        }).WithMetadata(new ScopeFromAttribute(ScopePlace.Nowhere)).AtDoor();
        endpoints.MapGet("/api/v1/units", UnitEndpoint.List).ForAll(Policies.View);
        endpoints.MapGet("/api/v1/units/{**path}", static (string path, string? period, HttpContext http, UnitEndpoint units) => units.Read(path, period, http)).ForScopeInRoute("path", Policies.Board);
        endpoints.MapGet("/api/v1/live", LiveEndpoint.Stream).ForScopeInQuery(Policies.Board).AtDoor();
    }

    /// <summary>Whoever connects here is a viewer, and passes the door.</summary>
    private static void AtDoor(this IEndpointConventionBuilder endpoint) => endpoint.Finally(static builder =>
    {
        var serve = builder.RequestDelegate!;
        builder.RequestDelegate = http => http.RequestServices.GetRequiredService<ViewerDoor>().Admit(http, serve);
    });
}
