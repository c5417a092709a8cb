using System.Net;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace OpsBoard.Web.Access;

/// <summary>
/// Lets everybody on this machine in, while access is open. The host must be a name of this machine: a page of another site whose name was made
/// to point here is not let in.
/// </summary>
internal sealed class OpenDoor(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "open";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(IsThisMachine(Request.Host.Host) && !IsForwarded(Request.Headers)
        ? AuthenticateResult.Success(new AuthenticationTicket(Principal.Open.ToClaims(Name), Name))
        : AuthenticateResult.NoResult());

    // A proxy on this machine speaks for people who are not on it.
    private static bool IsForwarded(IHeaderDictionary headers) => headers.ContainsKey("X-Forwarded-For") || headers.ContainsKey("Forwarded");

    private static bool IsThisMachine(string host) => host == "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
