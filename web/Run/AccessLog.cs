using System.Diagnostics;

namespace OpsBoard.Web.Run;

/// <summary>
/// One line for each request that has ended, without its query, its sender and its body. Off by default:
/// <c>Logging:LogLevel:OpsBoard.Web.Run.AccessLog</c> <c>Information</c> turns it on.
/// </summary>
internal sealed partial class AccessLog(RequestDelegate next, ILogger<AccessLog> logger)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (!logger.IsEnabled(LogLevel.Information))
        {
            await next(http);
            return;
        }

        var began = Stopwatch.GetTimestamp();
        try
        {
            await next(http);
        }
        finally
        {
            Log.Answered(logger, http.Request.Method, http.Request.Path, http.Response.StatusCode, Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "{Method} {Path} {Status} {Milliseconds:0}")]
        public static partial void Answered(ILogger logger, string method, string path, int status, double milliseconds);
    }
}
