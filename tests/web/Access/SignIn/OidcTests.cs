using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OpsBoard.Web.Access.People;
using OpsBoard.Web.Tests.Run;

namespace OpsBoard.Web.Access.SignIn;

/// <summary>Signing in through a provider: who it vouches for comes in as the person whom an administrator registered under issuer and subject.</summary>
public sealed class OidcTests : IAsyncLifetime
{
    private FakeProvider _provider = null!;
    private LiveServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _provider = await FakeProvider.Start();
        _server = await LiveServer.Start(LiveServer.Hainan, open: false, adjust: services => services.Configure<OidcOptions>(options =>
        {
            (options.Authority, options.ClientId, options.ClientSecret) = (_provider.Issuer, FakeProvider.Client, FakeProvider.Secret);
        }));
        _server.Service<PersonRegistry>().Add("local", "林", Role.Leader, null, new Identity(_provider.Issuer, "s-1"));
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _provider.DisposeAsync();
    }

    [Fact]
    public async Task Somebody_who_is_registered_comes_in_as_himself()
    {
        using var visitor = new Visitor(_server);

        var led = await Enter(visitor);

        Assert.Equal("/units/hainan", led);
        Assert.Equal(HttpStatusCode.OK, await visitor.StatusOf("/units/hainan"));
        Assert.Contains("林 · 领导", WebUtility.HtmlDecode(await visitor.Page("/units/hainan")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_is_not_registered_stays_outside_and_is_told_why()
    {
        _provider.Subject = "s-2";
        using var visitor = new Visitor(_server);

        var led = await Enter(visitor);

        Assert.Equal("/signin?back=%2Funits%2Fhainan&fault=stranger", led);
        Assert.Equal(HttpStatusCode.Redirect, await visitor.StatusOf("/units/hainan"));
    }

    [Fact]
    public async Task A_token_that_somebody_else_signed_lets_nobody_in()
    {
        _provider.Forges = true;
        using var visitor = new Visitor(_server);

        var led = await Enter(visitor);

        Assert.EndsWith("&fault=provider", led, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, await visitor.StatusOf("/units/hainan"));
    }

    [Fact]
    public async Task An_answer_that_nobody_asked_for_lets_nobody_in()
    {
        using var visitor = new Visitor(_server);

        using var answer = await visitor.Get("/signin/oidc?code=abc&state=def");

        Assert.Equal("/signin?back=%2F&fault=provider", answer.Headers.Location?.ToString());
    }

    // To the provider, back with its code, and to where that leads.
    private static async Task<string> Enter(Visitor visitor)
    {
        using var asked = await visitor.Post("/signin/provider", ("back", "/units/hainan"));
        using var vouched = await visitor.Get(asked.Headers.Location!.ToString());
        using var back = await visitor.Get(vouched.Headers.Location!.ToString());
        return back.Headers.Location!.ToString();
    }
}
