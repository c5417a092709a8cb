namespace OpsBoard.Web.Recount;

internal static class RecountServices
{
    /// <summary>The recount in the background.</summary>
    public static IServiceCollection AddRecount(this IServiceCollection services)
    {
        services.AddOptions<RecountOptions>().BindConfiguration("Recount").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<RecountLedger>().AddSingleton<RecountMetrics>().AddSingleton<RecountRounds>();
        return services.AddHostedService(static provider => provider.GetRequiredService<RecountRounds>());
    }
}
