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
        services.AddSingleton<LaggingReader>();
        services.AddSingleton<RankingReader>();
        services.AddSingleton<ScoreReader>();
        services.AddSingleton<TrendReader>();
        return services;
    }

    public static void MapIndicators(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/v1/indicators", CatalogueEndpoint.Read).ForAll(Policies.View);
        endpoints.MapGet("/api/v1/rankings/{indicator}", RankingEndpoint.Read).ForScopeInQuery(Policies.View);
        endpoints.MapGet("/api/v1/lagging", LaggingEndpoint.Read).ForScopeInQuery(Policies.View);
        endpoints.MapGet("/api/v1/assessments/{id}", AssessmentEndpoint.Read).ForScopeInQuery(Policies.View);
    }
}
