using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using OpsBoard.Web.Access.People;
using OpsBoard.Web.Access.Sessions;

namespace OpsBoard.Web.Access.SignIn;

/// <summary>
/// The way in through a provider: the authorisation code flow with PKCE. All that is taken from the provider is who it is, by issuer and subject; rights come
/// from the registry of people, and what follows is a session as after a password.
/// </summary>
internal static class OidcDoor
{
    public const string Name = "oidc";

    public static IServiceCollection AddOidcDoor(this IServiceCollection services)
    {
        services.AddOptions<OidcOptions>().BindConfiguration("Access:Oidc").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<OpenIdConnectOptions>(Name).Configure<IOptions<OidcOptions>>(static (options, own) => Configure(options, own.Value));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<OpenIdConnectOptions>, OpenIdConnectPostConfigureOptions>());
        services.AddTransient<OpenIdConnectHandler>();
        // Not by the framework's own word for it: it would be asked about every request also where no provider is configured.
        services.AddOptions<AuthenticationOptions>().Configure<IOptions<OidcOptions>>(static (options, own) =>
        {
            if (own.Value.IsOn) options.AddScheme<OpenIdConnectHandler>(Name, null);
        });
        return services;
    }

    private static void Configure(OpenIdConnectOptions options, OidcOptions own)
    {
        options.Authority = own.Authority;
        options.ClientId = own.ClientId;
        options.ClientSecret = own.ClientSecret;
        options.RequireHttpsMetadata = !new Uri(own.Authority!).IsLoopback;
        options.CallbackPath = "/signin/oidc";
        options.ResponseType = OpenIdConnectResponseType.Code;
        // A form posted from another site would need cookies that travel with it, which plain HTTP on loopback cannot have.
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.CorrelationCookie.SameSite = options.NonceCookie.SameSite = SameSiteMode.Lax;
        options.CorrelationCookie.SecurePolicy = options.NonceCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.Scope.Clear();
        options.Scope.Add("openid");
        options.MapInboundClaims = false;
        options.ClaimActions.Remove("iss");
        options.SignInScheme = Doors.Name;
        options.SaveTokens = false;
        options.UsePkce = true;
        options.Events.OnTicketReceived = Enter;
        options.Events.OnRemoteFailure = Refuse;
    }

    private static Task Enter(TicketReceivedContext received)
    {
        var http = received.HttpContext;
        var back = LocalAddress.Or(received.ReturnUri, "/");
        var (issuer, subject) = (received.Principal?.FindFirst("iss")?.Value, received.Principal?.FindFirst("sub")?.Value);
        var answer = issuer is null || subject is null
            ? new SignInAnswer(null, SignInFault.Provider, default)
            : http.RequestServices.GetRequiredService<SignInDesk>().Enter(new Identity(issuer, subject), NetworkAddress.Of(http));
        if (answer.Secret is { } secret) AccessCookie.Write(http, AccessCookie.Session, secret, http.RequestServices.GetRequiredService<IOptions<StayOptions>>().Value.AtMost);
        http.Response.Redirect(answer.Secret is null ? SignInEndpoints.AddressFor(back, answer.Fault) : back);
        received.HandleResponse();
        return Task.CompletedTask;
    }

    private static Task Refuse(RemoteFailureContext failure)
    {
        failure.Response.Redirect(SignInEndpoints.AddressFor(LocalAddress.Or(failure.Properties?.RedirectUri, "/"), SignInFault.Provider));
        failure.HandleResponse();
        return Task.CompletedTask;
    }
}
