using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using OpsBoard.Web.Access.SignIn;
using OpsBoard.Web.Screens.SignIn;
using OpsBoard.Web.Screens.Wall;

namespace OpsBoard.Web.Access.Sessions;

/// <summary>
/// Knows people and walls by their cookie. Whoever asks for a page without one is shown the sign-in, and at a wall's address a code to be typed elsewhere;
/// all other requests are answered as <see cref="ClosedDoor"/> does.
/// </summary>
internal sealed class SessionDoor(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, SessionRegistry sessions)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "session";

    private const string WallAddress = "/wall";

    // Somebody else knows an initial password too: all that can be done with it is to choose another.
    private static readonly string[] WithInitialPassword = [SignInEndpoints.In, SignInEndpoints.Account, SignInEndpoints.Password, SignInEndpoints.Out, Screens.Language.Address, Screens.TextSize.Address];

    /// <summary>The session that the request's cookie is of; null when it is of none.</summary>
    public static Session? Of(HttpContext http) => http.RequestServices.GetService<SessionRegistry>()?.Find(AccessCookie.Read(http.Request, AccessCookie.Session));

    /// <summary>Gives a wall that reports a new cookie when it is time.</summary>
    public static void Renew(HttpContext http)
    {
        if (Of(http) is not { IsWall: true } wall || http.RequestServices.GetRequiredService<SessionRegistry>().Renew(wall) is not { } secret) return;
        AccessCookie.Write(http, AccessCookie.Session, secret, http.RequestServices.GetRequiredService<IOptions<StayOptions>>().Value.WallSilentFor);
    }

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Of(Context) is not { } session) return Task.FromResult(AuthenticateResult.NoResult());
        Context.Features.Set(session);
        if (session.IsInitial && !WithInitialPassword.Contains(Request.Path.Value)) return Task.FromResult(AuthenticateResult.NoResult());
        Context.Features.Set(new Standing(() => sessions.Holds(session)));
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(session.Principal.ToClaims(Name), Name)));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (!IsPage()) return Context.ChallengeAsync(ClosedDoor.Name, properties);
        if (Context.Features.Get<Session>() is { IsInitial: true }) return Go(SignInEndpoints.Account);
        if (Request.Path.StartsWithSegments(WallAddress, StringComparison.OrdinalIgnoreCase, out var scope)) return Show<PairingScreen>(StatusCodes.Status401Unauthorized, new() { [nameof(PairingScreen.Asked)] = scope.Value?.TrimStart('/') });
        return Go(SignInEndpoints.AddressFor(Screens.DeviceChoice.Here(Context)));
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        if (!IsPage()) return Context.ForbidAsync(ClosedDoor.Name, properties);
        // A wall has nobody who could lead it back.
        if (Principal.Of(Context.User) is { Role: Role.Wall, Scope: { } own }) return Go($"{WallAddress}/{own}");
        return Show<ForbiddenScreen>(StatusCodes.Status403Forbidden, []);
    }

    // A browser may be led to an address of the API, too: what it gets there is for programs.
    private bool IsPage() => !Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) && (HttpMethods.IsGet(Request.Method) || HttpMethods.IsHead(Request.Method)) && Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);

    private Task Go(string address)
    {
        Response.Headers.CacheControl = "no-store";
        Response.Redirect(address);
        return Task.CompletedTask;
    }

    private Task Show<TScreen>(int status, Dictionary<string, object?> parameters)
        where TScreen : Microsoft.AspNetCore.Components.IComponent => new RazorComponentResult<TScreen>(parameters) { StatusCode = status }.ExecuteAsync(Context);
}
