using Microsoft.Extensions.DependencyInjection.Extensions;
using OpsBoard.Web.Access;

namespace OpsBoard.Web.Screens.Units;

internal static class UnitPageServices
{
    public static IServiceCollection AddUnitPage(this IServiceCollection services)
    {
        services.TryAddSingleton<WindowReadings>();
        services.TryAddSingleton<DayReadings>();
        services.TryAddSingleton<UnitIndicators>();
        services.TryAddSingleton<CountyMatrix>();
        services.TryAddSingleton<UnitPage>();
        services.TryAddSingleton<PeriodPage>();
        return services;
    }

    public static void MapUnitTables(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/api/v1/tables/{table}", UnitTableEndpoint.Read).ForScopeInQuery(Policies.Cases);
}
