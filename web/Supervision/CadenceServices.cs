using OpsBoard.Configuration;
using OpsBoard.Supervision.Duties;
using OpsBoard.Supervision.Plans;
using OpsBoard.Web.Access;
using OpsBoard.Web.Run;
using OpsBoard.Web.Supervision.Duties;
using OpsBoard.Web.Supervision.Plans;
using OpsBoard.Web.Supervision.Surveys;

namespace OpsBoard.Web.Supervision;

internal static class CadenceServices
{
    /// <summary>Targets by month and quarter, duties that come round, and surveys. Needs the indicators' catalogue and the ledger from elsewhere.</summary>
    /// <exception cref="ConfigurationException">duties.json or target-plans.json has a mistake.</exception>
    public static IServiceCollection AddCadence(this IServiceCollection services, ConfigurationFiles files) => services.AddCadence(files.ReadDuties(), files.ReadTargetPlans(files.ReadCatalogue()));

    public static IServiceCollection AddCadence(this IServiceCollection services, DutyList duties, TargetPlans plans) =>
        services.AddSingleton(duties).AddSingleton(plans).AddSingleton<DutyReader>().AddSingleton<PlanReader>().AddSingleton<SurveyReader>();

    public static void MapCadence(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(PlanEndpoint.Path, PlanEndpoint.Read).ForScopeInQuery(Policies.Cases);
        endpoints.MapGet(DutyEndpoint.Path, DutyEndpoint.Read).ForScopeInQuery(Policies.Cases);
        endpoints.MapGet(SurveyEndpoint.Path, SurveyEndpoint.Read).ForScopeInQuery(Policies.Cases);
        endpoints.MapPost(FactFormEndpoints.Duty, FactFormEndpoints.TellDuty).DisableAntiforgery().ForScopeInQuery(Policies.Supervise).ExcludeFromDescription();
        endpoints.MapPost(FactFormEndpoints.Survey, FactFormEndpoints.TellSurvey).DisableAntiforgery().ForScopeInQuery(Policies.Supervise).ExcludeFromDescription();
        endpoints.MapPost(FactFormEndpoints.Withdrawing, FactFormEndpoints.Withdraw).DisableAntiforgery().ForScopeInQuery(Policies.Supervise).ExcludeFromDescription();
    }
}
