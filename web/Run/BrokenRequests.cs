using Microsoft.AspNetCore.Antiforgery;
using OpsBoard.Web.Board;

namespace OpsBoard.Web.Run;

/// <summary>
/// Answers 400 where a request breaks off or contradicts itself while its body is being read. The framework tells that by exceptions of several
/// kinds, and would call it a fault of the server.
/// </summary>
internal static class BrokenRequests
{
    public static async Task Answer(HttpContext http, RequestDelegate next)
    {
        try
        {
            await next(http);
        }
        catch (Exception fault) when (IsSenders(fault, http) && !http.Response.HasStarted)
        {
            http.Response.Clear();
            var status = fault is BadHttpRequestException broken ? broken.StatusCode : StatusCodes.Status400BadRequest;
            await UnitEndpoint.Problem(status, "Broken request", "The body could not be received: it is not what its headers say, or holds more than this address takes.").ExecuteAsync(http);
        }
    }

    // A chunk that is none is told as an I/O fault.
    private static bool IsSenders(Exception fault, HttpContext http) => fault switch
    {
        BadHttpRequestException or AntiforgeryValidationException => true,
        InvalidDataException => http.Request.HasFormContentType,
        IOException => http.Request.Headers.TransferEncoding.Count > 0,
        _ => false,
    };
}
