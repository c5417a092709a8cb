using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Options;
using OpsBoard.Web.Access.Audit;
using OpsBoard.Web.Access.Sessions;
using OpsBoard.Web.Access.Sources;

namespace OpsBoard.Web.Access;

internal static class AccessServices
{
    /// <summary>Deny by default: an endpoint without a policy of its own is refused.</summary>
    /// <param name="directory">The data directory.</param>
    public static IServiceCollection AddAccess(this IServiceCollection services, string directory)
    {
        services.AddSingleton(_ => new AccessDatabase(directory)).AddSingleton<AuditTrail>();
        services.AddSingleton<AccessWatch>().AddHostedService(static services => services.GetRequiredService<AccessWatch>());
        services.AddOptions<AccessOptions>().BindConfiguration("Access").ValidateOnStart()
            .Validate(static options => options.Origins.All(IsOrigin), "Access:Origins: scheme and host such as https://board.example.gov.cn, without a path.")
            .Validate(static options => options.Proxies.All(static proxy => IPAddress.TryParse(proxy, out _)), "Access:Proxies: IP addresses such as 10.0.0.5.");
        services.AddSingleton<IConfigureOptions<ForwardedHeadersOptions>, Proxies>();
        services.AddKeyRing(directory).AddSources(directory).AddSessions().AddDoors();
        services.AddSingleton<IAuthorizationHandler, EntitlementHandler>().AddSingleton<IAuthorizationHandler, SenderHandler>();
        var policies = services.AddAuthorizationBuilder()
            .AddPolicy(Policies.Ingest, static policy => policy.AddRequirements(new Sender()))
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().RequireAssertion(static context => IsNowhere(context.Resource)).Build());
        foreach (var (name, entitlement) in Policies.All) policies.AddPolicy(name, policy => policy.AddRequirements(entitlement));
        return services;
    }

    /// <summary>For verbs: the registry of a data directory, also while a server holds it, with the configuration that a server would have.</summary>
    /// <param name="directory">The data directory, which exists.</param>
    /// <exception cref="KeyRingException">What it sealed could not be opened again.</exception>
    public static ServiceProvider BesideServer(string directory, TimeProvider clock)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(clock).AddSingleton(_ => new AccessDatabase(directory)).AddSingleton<AuditTrail>();
        builder.Services.AddOptions<AccessOptions>().BindConfiguration("Access");
        builder.Services.AddKeyRing(directory).AddSourceBook();
        var services = builder.Services.BuildServiceProvider();
        KeyRing.RequireOpen(services);
        return services;
    }

    private static bool IsOrigin(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && text == address.GetLeftPart(UriPartial.Authority);

    // Nobody is told what is not there before he was let in; what is there without a policy is a fault.
    private static bool IsNowhere(object? resource) => resource is HttpContext http && http.GetEndpoint() is null;
}
