using Microsoft.AspNetCore.Http.Features;

namespace OpsBoard.Web.Telemetry;

/// <summary>Calls the framework's activity of a request by its method and route; the framework itself leaves that to packages.</summary>
internal static class RequestActivity
{
    public static async Task Name(HttpContext http, RequestDelegate next)
    {
        try
        {
            await next(http);
        }
        finally
        {
            if (http.Features.Get<IHttpActivityFeature>()?.Activity is { IsAllDataRequested: true } activity)
            {
                var route = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
                activity.DisplayName = route is null ? http.Request.Method : $"{http.Request.Method} {route}";
                activity.SetTag("http.request.method", http.Request.Method).SetTag("http.route", route).SetTag("http.response.status_code", http.Response.StatusCode);
            }
        }
    }
}
