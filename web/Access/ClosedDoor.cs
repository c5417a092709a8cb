using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace OpsBoard.Web.Access;

/// <summary>Knows nobody, and answers 401 with the way in.</summary>
internal sealed class ClosedDoor(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "closed";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(AuthenticateResult.NoResult());

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) => TypedResults.Problem(
        "This server takes no unsigned requests. Start it with --open to use it from this machine without keys.",
        statusCode: StatusCodes.Status401Unauthorized,
        title: "Not signed in").ExecuteAsync(Context);
}
