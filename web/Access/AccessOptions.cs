namespace OpsBoard.Web.Access;

/// <summary>Options under <c>Access</c>.</summary>
public sealed class AccessOptions
{
    /// <summary>
    /// Everybody on this machine may send and see without a key: true or false, by default false. Only while bound to loopback:
    /// the server refuses to start with it on any other address.
    /// </summary>
    public bool Open { get; set; }

    /// <summary>
    /// Origins, such as <c>https://board.example.gov.cn</c>, whose pages may open sockets and send forms beside the server's own, by default none. Needed
    /// only where a proxy in front does not pass on scheme and host.
    /// </summary>
    public string[] Origins { get; set; } = [];

    /// <summary>
    /// IP addresses of proxies in front, whose <c>X-Forwarded-For</c>, <c>-Proto</c> and <c>-Host</c> are believed, by default none. As many as a request
    /// passes one after the other, all of them named.
    /// </summary>
    public string[] Proxies { get; set; } = [];

    /// <summary>
    /// A file of at least 32 bytes with which the key ring (<c>keys</c> in the data directory) is encrypted at rest; null, the default: only by the
    /// rights on its files. It must not lie in the data directory, or a copy of that would hold both.
    /// </summary>
    public string? KeyRingSecretFile { get; set; }
}
