namespace OpsBoard.Web.Supervision.Notices;

/// <summary>How a connection to the mail server is kept from listeners.</summary>
public enum SmtpSecurity
{
    /// <summary>Begins in the open and must become TLS before anything is said; a server that offers none is refused.</summary>
    StartTls = 0,

    /// <summary>TLS from the first byte.</summary>
    Tls = 1,

    None = 2,
}
