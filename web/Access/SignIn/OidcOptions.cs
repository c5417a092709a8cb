using System.ComponentModel.DataAnnotations;

namespace OpsBoard.Web.Access.SignIn;

/// <summary>The OpenID Connect provider that people may sign in through. Options under <c>Access:Oidc</c>.</summary>
public sealed class OidcOptions : IValidatableObject
{
    /// <summary>
    /// The provider's address, such as <c>https://login.example.gov.cn</c>; by default none, and people sign in by password only. https, except on this machine.
    /// </summary>
    public string? Authority { get; set; }

    /// <summary>What the provider calls this server.</summary>
    public string? ClientId { get; set; }

    /// <summary>This server's secret at the provider; best given by the environment as <c>Access__Oidc__ClientSecret</c>. None for a client without one: the code is bound by PKCE.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>How the sign-in page calls the provider, by default 统一身份认证 / Single sign-on.</summary>
    [StringLength(40, ErrorMessage = "Access:Oidc:Name: at most {1} characters.")]
    public string? Name { get; set; }

    public bool IsOn => Authority is { Length: > 0 };

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsOn) yield break;
        if (!Uri.TryCreate(Authority, UriKind.Absolute, out var address) || !(address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)))
            yield return new ValidationResult("Access:Oidc:Authority: an address that begins with https://.");
        if (string.IsNullOrEmpty(ClientId)) yield return new ValidationResult("Access:Oidc:ClientId: needed beside Access:Oidc:Authority.");
    }
}
