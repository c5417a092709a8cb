using OpsBoard.Web.Access;

namespace OpsBoard.Web.Supervision;

internal static class SupervisionServices
{
    /// <summary>Needs a journal, grains and a roster from elsewhere.</summary>
    public static IServiceCollection AddSupervision(this IServiceCollection services)
    {
        services.AddOptions<SupervisionOptions>().BindConfiguration(SupervisionOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton<HeldLedger>().AddSingleton<LedgerReader>().AddSingleton<LedgerBoard>().AddHostedService<LedgerWatch>().AddScoped<TaskAdmission>().AddScoped<TaskDesk>().AddTransient<LedgerImport>();
    }

    public static void MapSupervision(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapCadence();
        endpoints.MapGet(LedgerEndpoint.Path, LedgerEndpoint.Read).ForScopeInQuery(Policies.Cases);
        endpoints.MapPost(TaskEventEndpoint.Path, TaskEventEndpoint.Take).ForAll(Policies.Ingest);
        endpoints.MapPost(LedgerImportEndpoint.Path, LedgerImportEndpoint.Take).ForScopeInQuery(Policies.Supervise);
        endpoints.MapPost(LedgerImportEndpoint.FormPath, LedgerImportEndpoint.TakeForm).DisableAntiforgery().ForScopeInQuery(Policies.Supervise).ExcludeFromDescription();
        endpoints.MapPost(TaskFormEndpoints.Registering, TaskFormEndpoints.Register).DisableAntiforgery().ForScopeInQuery(Policies.Supervise).ExcludeFromDescription();
        endpoints.MapPost(TaskFormEndpoints.Amending, TaskFormEndpoints.Amend).DisableAntiforgery().ForScopeInQuery(Policies.Supervise).ExcludeFromDescription();
        endpoints.MapPost(TaskFormEndpoints.Acting, TaskFormEndpoints.Act).DisableAntiforgery().ForScopeInQuery(Policies.Supervise).ExcludeFromDescription();
    }
}
