namespace OpsBoard.Web.Access;

/// <summary>Options under <c>Access</c>.</summary>
public sealed class AccessOptions
{
    /// <summary>
    /// Everybody on this machine may send and see without a key: true or false, by default false. Only while bound to loopback:
    /// the server refuses to start with it on any other address.
    /// </summary>
    public bool Open { get; set; }
}
