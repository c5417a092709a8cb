using Microsoft.AspNetCore.Authorization;

namespace OpsBoard.Web.Access;

/// <summary>People and walls send nothing. Which units a source may write is decided for each item.</summary>
internal sealed class SenderHandler : AuthorizationHandler<Sender>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, Sender requirement)
    {
        if (Principal.Of(context.User) is { Role: null } || context.User.HasClaim(static claim => claim.Type == Caller.Claim)) context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
