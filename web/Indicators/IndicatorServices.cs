using OpsBoard.Configuration;
using OpsBoard.Web.Access;
using OpsBoard.Web.Run;

namespace OpsBoard.Web.Indicators;

internal static class IndicatorServices
{
    /// <exception cref="ConfigurationException">indicators.json or assessments.json has a mistake.</exception>
    public static IServiceCollection AddIndicators(this IServiceCollection services, ConfigurationFiles files)
    {
        var catalogue = files.ReadCatalogue();
        services.AddSingleton(catalogue);
        services.AddSingleton(new Assessments(files.ReadAssessments(catalogue)));
        services.AddSingleton<IndicatorBodies>();
        services.AddSingleton<ScopeReader>();
        return services;
    }

    public static void MapIndicators(this IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup("/api/v1").RequireAuthorization(Policies.View);
        api.MapGet("/indicators", CatalogueEndpoint.Read);
        api.MapGet("/rankings/{indicator}", RankingEndpoint.Read);
        api.MapGet("/lagging", LaggingEndpoint.Read);
        api.MapGet("/assessments/{id}", AssessmentEndpoint.Read);
    }
}
