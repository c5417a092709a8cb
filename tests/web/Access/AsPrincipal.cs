using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpsBoard.Units;

namespace OpsBoard.Web.Access;

/// <summary>Stands for whatever authenticates people and walls: a request is whose its header says, such as <c>Operator hainan/haikou</c>.</summary>
internal sealed class AsPrincipal(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Header = "test-principal";

    private const string Name = "test";

    /// <summary>Those who may not be here any more.</summary>
    public static ConcurrentDictionary<string, bool> Fallen { get; } = new(StringComparer.Ordinal);

    public static void Instead(IServiceCollection services) => services
        .AddAuthentication(static options => options.DefaultScheme = Name)
        .AddScheme<AuthenticationSchemeOptions, AsPrincipal>(Name, static options => options.ForwardChallenge = options.ForwardForbid = ClosedDoor.Name);

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers[Header].ToString().Split(' ') is not [var role, var scope]) return Task.FromResult(AuthenticateResult.NoResult());
        var principal = new Principal($"test:{role}:{scope}", role, Enum.Parse<Role>(role), scope.Length == 0 ? null : UnitPath.Parse(scope));
        Context.Features.Set(new Standing(() => !Fallen.ContainsKey(principal.Id)));
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(principal.ToClaims(Name), Name)));
    }
}
