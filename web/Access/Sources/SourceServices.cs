namespace OpsBoard.Web.Access.Sources;

internal static class SourceServices
{
    /// <summary>The registry itself: what the verbs need too.</summary>
    public static IServiceCollection AddSourceBook(this IServiceCollection services) => services.AddSingleton<SecretBox>().AddSingleton<SourceBook>();

    /// <summary>Lets sources in.</summary>
    /// <param name="directory">The data directory.</param>
    public static IServiceCollection AddSources(this IServiceCollection services, string directory)
    {
        services.AddSourceBook().AddSingleton<SourceRegistry>();
        services.AddSingleton<SourceLedger>().AddHostedService(static services => services.GetRequiredService<SourceLedger>());
        return services.AddSingleton(_ => new LocalKey(directory)).AddHostedService(static services => services.GetRequiredService<LocalKey>());
    }
}
