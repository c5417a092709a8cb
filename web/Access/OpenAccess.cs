using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace OpsBoard.Web.Access;

/// <summary>Lets everybody in while access is open.</summary>
internal sealed class OpenAccess(IOptions<AccessOptions> options) : AuthorizationHandler<OpenAccess.Requirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, Requirement requirement)
    {
        if (options.Value.Open) context.Succeed(requirement);
        return Task.CompletedTask;
    }

    internal sealed class Requirement : IAuthorizationRequirement;
}
