namespace OpsBoard.LoadTest;

/// <summary>How a load speaks to its server.</summary>
internal static class LoadClient
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <exception cref="ArgumentException">The address is not on this machine: a load goes nowhere else.</exception>
    public static HttpClient To(Uri server)
    {
        _ = LoopbackUrl.Parse(server.AbsoluteUri, out var reason);
        if (reason is not null) throw new ArgumentException(reason, nameof(server));
        // The system's proxy would carry the load off this machine.
        return new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { BaseAddress = server, Timeout = Patience };
    }
}
