using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace OpsBoard.Web.Access;

/// <summary>
/// Behind a proxy that ends TLS, scheme, host and address of the viewer are what the proxy says they are, and only what a proxy that was named says:
/// anybody else could write himself any address.
/// </summary>
internal sealed class Proxies(IOptions<AccessOptions> options) : IConfigureOptions<ForwardedHeadersOptions>
{
    public void Configure(ForwardedHeadersOptions forwarded)
    {
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        forwarded.ForwardedHeaders = ForwardedHeaders.None;
        if (options.Value.Proxies.Length == 0) return;
        forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
        forwarded.ForwardLimit = options.Value.Proxies.Length;
        foreach (var proxy in options.Value.Proxies) forwarded.KnownProxies.Add(IPAddress.Parse(proxy));
    }
}
