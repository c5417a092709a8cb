using System.Net;
using Microsoft.AspNetCore.Http;

namespace OpsBoard.Web.Access.Sessions;

public sealed class AccessCookieTests
{
    [Theory]
    [InlineData("https", "__Host-opsboard=", "secure")]
    [InlineData("http", "opsboard=", null)]
    public void A_cookie_is_for_this_host_and_no_script(string scheme, string beginning, string? secure)
    {
        var http = new DefaultHttpContext { Request = { Scheme = scheme } };

        AccessCookie.Write(http, AccessCookie.Session, Secret.New(), TimeSpan.FromDays(7));

        var parts = http.Response.Headers.SetCookie.ToString().Split("; ");
        Assert.StartsWith(beginning, parts[0], StringComparison.Ordinal);
        Assert.Equal(["max-age=604800", "path=/", .. secure is null ? (string[])[] : [secure], "samesite=lax", "httponly"], parts.Skip(1));
    }

    [Theory]
    [InlineData("https", "192.0.2.1", true)]
    [InlineData("http", "127.0.0.1", true)]
    [InlineData("http", "::1", true)]
    [InlineData("http", "192.0.2.1", false)]
    public void A_cookie_crosses_no_network_unencrypted(string scheme, string address, bool may)
    {
        var http = new DefaultHttpContext { Request = { Scheme = scheme }, Connection = { RemoteIpAddress = IPAddress.Parse(address) } };

        Assert.Equal(may, AccessCookie.MayTravel(http));
    }

    [Fact]
    public void Over_https_a_cookie_without_the_prefix_is_not_looked_at()
    {
        var http = new DefaultHttpContext { Request = { Scheme = "https" } };
        http.Request.Headers.Cookie = "opsboard=planted";

        Assert.Null(AccessCookie.Read(http.Request, AccessCookie.Session));
    }
}
