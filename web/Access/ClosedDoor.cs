using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace OpsBoard.Web.Access;

/// <summary>Knows nobody, and answers 401 with the way in, or 403 where somebody may not see what he asks for.</summary>
internal sealed class ClosedDoor(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "closed";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(AuthenticateResult.NoResult());

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) => TypedResults.Problem(
        "Sign in at /signin, or send as a registered source. A server that is started with --open takes this machine without either.",
        statusCode: StatusCodes.Status401Unauthorized,
        title: "Not signed in").ExecuteAsync(Context);

    /// <summary>The same words whether the unit exists or not.</summary>
    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => TypedResults.Problem(
        "You may not see or do this: it is not among what your role may, or not within your scope.",
        statusCode: StatusCodes.Status403Forbidden,
        title: "Not yours").ExecuteAsync(Context);
}
