using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using OpsBoard.Web.Intake;
using OpsBoard.Web.Run;

namespace OpsBoard.Web.Access.Sources;

/// <summary>
/// Knows sources by their headers, before any body is read, and whoever holds the key of this start. A signed request is a claim until its body
/// has come: its identity is not an authenticated one, so no policy but <see cref="Policies.Ingest"/> takes it for somebody.
/// </summary>
internal sealed class SourceDoor(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, SourceRegistry registry, SourceLedger ledger, LocalKey local, OpsBoardMetrics metrics, TimeProvider clock)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "source";

    /// <summary>The header in which a source that signs says its name.</summary>
    public const string Header = "OpsBoard-Source";

    private const string BearerScheme = "Bearer ";

    public static bool IsFor(HttpRequest request) => request.Headers.ContainsKey(Header) || BearerOf(request) is not null;

    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(BearerOf(Request) is { } bearer ? Holding(bearer) : Signing());

    // A refusal tells nothing apart: a name that does not exist, a key that ended and headers that are none look alike.
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        metrics.Refused(Refusals.UnknownSource);
        return SourceRefusals.Unauthorized(Refusals.UnknownSource).AnswerTo(Context).ExecuteAsync(Context);
    }

    // Whoever did not prove anything is not told that the name exists.
    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => HandleChallengeAsync(properties);

    private AuthenticateResult Holding(string bearer)
    {
        if (local.Is(bearer))
        {
            Context.Features.Set(Caller.Local);
            return Entered(Principal.Local.ToClaims(Scheme.Name));
        }

        if (registry.Holding(bearer, clock.GetUtcNow()) is not var (source, key)) return AuthenticateResult.NoResult();
        return Claimed(new SourceClaim(source, [new HeldKey(key, [])], null, ledger));
    }

    private AuthenticateResult Signing()
    {
        if (Request.Headers[Header] is not [{ } name] || SourceSignature.Read(Request.Headers) is not { } signature) return AuthenticateResult.NoResult();
        if (registry.Signing(name, clock.GetUtcNow()) is not var (source, keys)) return AuthenticateResult.NoResult();
        return Claimed(new SourceClaim(source, keys, signature, ledger));
    }

    private AuthenticateResult Claimed(SourceClaim claim)
    {
        Context.Features.Set(claim);
        Context.Features.Set(claim.Source.Caller);
        return Entered(new ClaimsPrincipal(new ClaimsIdentity([new Claim(Caller.Claim, claim.Source.Name)])));
    }

    private AuthenticateResult Entered(ClaimsPrincipal principal) => AuthenticateResult.Success(new AuthenticationTicket(principal, Scheme.Name));

    private static string? BearerOf(HttpRequest request) =>
        request.Headers.Authorization is [{ } value] && value.StartsWith(BearerScheme, StringComparison.OrdinalIgnoreCase) ? value[BearerScheme.Length..].Trim() : null;
}
