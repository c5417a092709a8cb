using System.Net;
using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using OpsBoard.Web.Board;
using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Access;

/// <summary>Nothing can be asked for of which nobody said who may.</summary>
public sealed class EveryEndpointTests
{
    // They tell nothing of any unit: supervisors, sources, screens and people need them before they are let in.
    private static readonly string[] Anonymous = ["/signin", "/signin/check", "/signin/provider", "/pair/{*Asked}", "/api/v1/walls/pairing", "/health/live", "/health/startup", "/health/ready", "/api/v1/time", "/openapi/v1.json", "/a/{id}/{**path}", "/css/am/{thousandths:int}.css", "/css/margin/{thousandths:int}.css"];

    // The framework brings it, no screen needs it: without a policy nobody is let in.
    private static readonly string[] Closed = ["/_framework/opaque-redirect"];

    [Fact]
    public async Task Every_endpoint_has_a_policy_and_says_where_its_scope_is_found()
    {
        await using var server = await LiveServer.Start();

        var without = Endpoints(server).Where(static endpoint => !Anonymous.Concat(Closed).Contains($"/{endpoint.RoutePattern.RawText!.TrimStart('/')}") && !HasBoth(endpoint));

        Assert.Empty(without.Select(static endpoint => endpoint.DisplayName));
    }

    [Fact]
    public async Task An_endpoint_without_a_policy_lets_nobody_in()
    {
        await using var server = await LiveServer.Start(adjust: AsPrincipal.Instead);
        using var request = new HttpRequestMessage(HttpMethod.Get, Closed[0]);
        request.Headers.Add(AsPrincipal.Header, "Leader hainan");

        using var answer = await server.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Only_these_are_open_to_everybody()
    {
        await using var server = await LiveServer.Start();

        var open = Endpoints(server).Where(static endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null).Select(static endpoint => endpoint.RoutePattern.RawText!);

        Assert.Equal(Anonymous.Order(StringComparer.Ordinal), open.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_method_of_the_hub_has_a_policy_and_says_where_its_scope_is_found()
    {
        var methods = typeof(BoardHub).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(static method => method.GetBaseDefinition() == method).ToList();

        Assert.Equal(["Ack", "Subscribe"], methods.Select(static method => method.Name).Order(StringComparer.Ordinal));
        Assert.All(methods, static method => Assert.True(Policies.All.ContainsKey(method.GetCustomAttribute<AuthorizeAttribute>()?.Policy ?? "") && ScopeFromAttribute.Of(method) is not null, method.Name));
    }

    internal static IEnumerable<RouteEndpoint> Endpoints(LiveServer server) => server.Service<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    private static bool HasBoth(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>() is [.., { Policy: { } policy }] && (Policies.All.ContainsKey(policy) || policy == Policies.Ingest)
        && endpoint.Metadata.GetMetadata<ScopeFromAttribute>() is not null;
}
