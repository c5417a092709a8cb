using Microsoft.Extensions.Options;
using OpsBoard.Web.Board;

namespace OpsBoard.Web.Access;

/// <summary>
/// Refuses what a page of another site makes a browser send: sockets, and every method that changes something. Browsers say the origin of both, and
/// cookies alone prove nothing; programs that are no browsers say none, and send no cookies that they were not given.
/// </summary>
internal sealed class OriginCheck(RequestDelegate next, IOptions<AccessOptions> options)
{
    public Task InvokeAsync(HttpContext http) => IsAsked(http) && IsForeign(http.Request)
        ? UnitEndpoint.Problem(StatusCodes.Status403Forbidden, "Another origin", "The request was made by a page of another site.").ExecuteAsync(http)
        : next(http);

    private static bool IsAsked(HttpContext http) => http.WebSockets.IsWebSocketRequest || !(HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method) || HttpMethods.IsOptions(http.Request.Method));

    private bool IsForeign(HttpRequest request)
    {
        var (site, origin) = (request.Headers["Sec-Fetch-Site"].ToString(), request.Headers.Origin.ToString());
        if (origin.Length > 0) return origin != $"{request.Scheme}://{request.Host}" && !options.Value.Origins.Contains(origin, StringComparer.Ordinal);
        return site is not ("" or "same-origin" or "none");
    }
}
