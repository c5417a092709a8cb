using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;
using OpsBoard.Units;

namespace OpsBoard.Web.Access;

/// <summary>The one place that compares what is asked for with what somebody may see, for pages, reads, streams and hub calls alike.</summary>
internal sealed class EntitlementHandler : AuthorizationHandler<Entitlement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, Entitlement requirement)
    {
        if (Principal.Of(context.User) is { } principal && requirement.Fits(principal) && Reaches(principal, context.Resource)) context.Succeed(requirement);
        return Task.CompletedTask;
    }

    // What is no unit path cannot be one of somebody else's: the endpoint says what is wrong with it.
    private static bool Reaches(Principal principal, object? resource) => resource switch
    {
        HttpContext http => http.GetEndpoint()?.Metadata.GetMetadata<ScopeFromAttribute>() is { } from && Reaches(principal, from.Find(http)),
        HubInvocationContext call => ScopeFromAttribute.Of(call.HubMethod) is { } from && Reaches(principal, from.Find(call)),
        UnitPath unit => principal.Reaches(unit),
        _ => false,
    };

    private static bool Reaches(Principal principal, string? asked) => !UnitPath.TryParse(asked, out var unit) || principal.Reaches(unit);
}
