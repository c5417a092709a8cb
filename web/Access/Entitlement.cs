using System.Collections.Immutable;
using Microsoft.AspNetCore.Authorization;

namespace OpsBoard.Web.Access;

/// <summary>What a policy asks of a principal; that the unit asked for lies in its scope is asked always.</summary>
/// <param name="OfAllUnits">Whoever sees figures must have a whole province in scope.</param>
internal sealed record Entitlement(ImmutableArray<Role> Roles, bool OfAllUnits = false) : IAuthorizationRequirement
{
    public bool Fits(Principal principal) => principal.Is(Roles.AsSpan()) && (!OfAllUnits || principal.SeesAllUnits);
}
