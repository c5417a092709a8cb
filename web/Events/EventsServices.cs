using OpsBoard.Web.Board;

namespace OpsBoard.Web.Events;

internal static class EventsServices
{
    public static IServiceCollection AddEvents(this IServiceCollection services) =>
        services.AddSingleton<RecountDesk>().AddSingleton<IUnitRead, EventsEndpoint>().AddSingleton<IUnitRead, RecountEndpoint>();
}
