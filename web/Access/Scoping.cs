using Microsoft.AspNetCore.Authorization;

namespace OpsBoard.Web.Access;

/// <summary>Gives an endpoint its policy and the place of its scope in one word; every endpoint has both.</summary>
internal static class Scoping
{
    public static TBuilder ForScopeInRoute<TBuilder>(this TBuilder endpoint, string name, string policy)
        where TBuilder : IEndpointConventionBuilder => endpoint.For(policy, new ScopeFromAttribute(ScopePlace.Route, name));

    /// <summary>The value of the query is called <c>scope</c>.</summary>
    public static TBuilder ForScopeInQuery<TBuilder>(this TBuilder endpoint, string policy)
        where TBuilder : IEndpointConventionBuilder => endpoint.For(policy, new ScopeFromAttribute(ScopePlace.Query, "scope"));

    /// <summary>No single unit is asked for; what is told of units is filtered by the endpoint itself.</summary>
    public static TBuilder ForAll<TBuilder>(this TBuilder endpoint, string policy)
        where TBuilder : IEndpointConventionBuilder => endpoint.For(policy, new ScopeFromAttribute(ScopePlace.Nowhere));

    private static TBuilder For<TBuilder>(this TBuilder endpoint, string policy, ScopeFromAttribute scope)
        where TBuilder : IEndpointConventionBuilder => endpoint.RequireAuthorization(new AuthorizeAttribute(policy)).WithMetadata(scope);
}
