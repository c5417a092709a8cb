using System.ComponentModel.DataAnnotations;

namespace OpsBoard.Web.Supervision.Notices;

/// <summary>The configuration section <c>Notices:Smtp</c>: the server that takes mail.</summary>
public sealed class SmtpOptions : IValidatableObject
{
    public const string Section = $"{NoticeOptions.Section}:Smtp";

    /// <summary>Empty: no mail is sent, and receivers of mail are said to fail.</summary>
    public string? Host { get; set; }

    [Range(1, 65_535)]
    public int Port { get; set; } = 587;

    /// <summary><c>StartTls</c>, <c>Tls</c> from the first byte, or <c>None</c> for a server of this machine or of a net that nobody else hears.</summary>
    [EnumDataType(typeof(SmtpSecurity))]
    public SmtpSecurity Security { get; set; } = SmtpSecurity.StartTls;

    /// <summary>Empty: without signing in.</summary>
    public string? User { get; set; }

    /// <summary>Better in the environment (<c>Notices__Smtp__Password</c>) than in a file.</summary>
    public string? Password { get; set; }

    /// <summary>The address that mail comes from.</summary>
    [EmailAddress]
    public string? From { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (string.IsNullOrEmpty(Host)) yield break;
        if (string.IsNullOrEmpty(From)) yield return new ValidationResult("Notices:Smtp:From is missing: the address that mail comes from.", [nameof(From)]);
        if (!string.IsNullOrEmpty(User) && Security == SmtpSecurity.None)
            yield return new ValidationResult("Notices:Smtp:Security None would send the password to whoever listens: use StartTls or Tls, or leave Notices:Smtp:User out.", [nameof(Security)]);
    }
}
