namespace OpsBoard.Web.Screens;

/// <summary>The headers that keep a page to its own origin: no inline script or style, no frame around it, nothing sent elsewhere.</summary>
internal static class ContentPolicy
{
    public static Task Add(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = For(context.Request);
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        if (context.Request.IsHttps) headers.StrictTransportSecurity = "max-age=31536000";
        return next(context);
    }

    /// <summary>A socket's origin differs from the page's by its scheme, so it is named; without TLS (loopback) it is <c>ws</c>.</summary>
    private static string For(HttpRequest request)
    {
        var socket = $"{(request.IsHttps ? "wss" : "ws")}://{request.Host}";
        return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
            + $"connect-src 'self' {socket}; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    }
}
