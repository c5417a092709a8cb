namespace OpsBoard.Web.Access.Sources;

/// <summary>How a source proves with a key that it is itself.</summary>
public enum KeyKind
{
    /// <summary>Signs each request with a secret that both sides hold.</summary>
    Signing,

    /// <summary>Shows the key itself, for pilots; it expires, and only its hash is kept.</summary>
    Bearer,
}
