using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using OpsBoard.Web.Board;
using OpsBoard.Web.Intake;

namespace OpsBoard.Web.Run;

/// <summary>Sets every limit of the web server: its own defaults leave connections unbounded.</summary>
internal sealed class ConnectionLimits(IOptions<ConnectionOptions> options, IOptions<LiveOptions> live) : IConfigureOptions<KestrelServerOptions>
{
    private const int MostHeaderBytes = 32 * 1024;
    private const int MostHeaders = 64;
    private const int LongestLine = 8 * 1024;

    // Viewers are counted before their connection is upgraded, and told so. The server's own cap, which answers with a fault, lies above.
    private const int Spare = 100;

    public void Configure(KestrelServerOptions kestrel)
    {
        var (own, rate) = (options.Value, new MinDataRate(options.Value.BytesPerSecond, options.Value.RateAfter));
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxConcurrentConnections = own.Most;
        kestrel.Limits.MaxConcurrentUpgradedConnections = live.Value.MostViewers + Spare;
        // The doors refuse what is longer than they take, in words of their own; this is what nobody passes.
        kestrel.Limits.MaxRequestBodySize = 2 * IntakeLimits.MostBytes;
        kestrel.Limits.MaxRequestHeadersTotalSize = MostHeaderBytes;
        kestrel.Limits.MaxRequestHeaderCount = MostHeaders;
        kestrel.Limits.MaxRequestLineSize = LongestLine;
        kestrel.Limits.RequestHeadersTimeout = own.HeadersWithin;
        kestrel.Limits.KeepAliveTimeout = own.IdleFor;
        kestrel.Limits.MinRequestBodyDataRate = rate;
        kestrel.Limits.MinResponseDataRate = rate;
    }
}
