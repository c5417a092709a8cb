using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;

namespace OpsBoard.Web.Access;

internal static class AccessServices
{
    /// <summary>Deny by default: an endpoint without a policy of its own is refused.</summary>
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddOptions<AccessOptions>().BindConfiguration("Access");
        services.AddAuthentication(ClosedDoor.Name).AddScheme<AuthenticationSchemeOptions, ClosedDoor>(ClosedDoor.Name, null);
        services.AddSingleton<IAuthorizationHandler, OpenAccess>();
        services.AddAuthorizationBuilder()
            .AddPolicy(Policies.Ingest, static policy => policy.AddRequirements(new OpenAccess.Requirement()))
            .AddPolicy(Policies.Approve, static policy => policy.AddRequirements(new OpenAccess.Requirement()))
            .AddPolicy(Policies.View, static policy => policy.AddRequirements(new OpenAccess.Requirement()))
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        return services;
    }
}
