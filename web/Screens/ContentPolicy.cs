namespace OpsBoard.Web.Screens;

/// <summary>
/// The headers that keep what is sent to its own origin: no inline script or style, no frame around a page, nothing sent elsewhere, nothing kept unless an
/// endpoint says so, and none of what a browser could listen or look with.
/// </summary>
internal static class ContentPolicy
{
    public static Task Add(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = For(context.Request);
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";
        headers.CacheControl = "no-store";
        if (context.Request.IsHttps) headers.StrictTransportSecurity = "max-age=31536000";
        return next(context);
    }

    /// <summary>A file that pages load never changes, and needs none of what rules pages: it comes dozens of times with each of them.</summary>
    public static void ForFile(HttpResponse response)
    {
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        response.Headers.ContentSecurityPolicy = "default-src 'none'";
        response.Headers.Remove("Cross-Origin-Opener-Policy");
        response.Headers.Remove("Permissions-Policy");
        response.Headers.Remove("Referrer-Policy");
    }

    /// <summary>A socket's origin differs from the page's by its scheme, so it is named; without TLS (loopback) it is <c>ws</c>.</summary>
    private static string For(HttpRequest request)
    {
        var socket = $"{(request.IsHttps ? "wss" : "ws")}://{request.Host}";
        return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
            + $"connect-src 'self' {socket}; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    }
}
