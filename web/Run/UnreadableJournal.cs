using System.Globalization;
using OpsBoard.Journal;
using OpsBoard.Web.Board;

namespace OpsBoard.Web.Run;

/// <summary>Answers 503 where the database of the journal cannot be read at present: it is away for a while, and the server is not at fault.</summary>
internal static class UnreadableJournal
{
    private const int SecondsToNext = 5;

    public static async Task Answer(HttpContext http, RequestDelegate next)
    {
        try
        {
            await next(http);
        }
        catch (JournalUnavailableException) when (!http.Response.HasStarted)
        {
            http.Response.Clear();
            http.Response.Headers.RetryAfter = SecondsToNext.ToString(CultureInfo.InvariantCulture);
            await UnitEndpoint.Problem(StatusCodes.Status503ServiceUnavailable, "Journal unavailable", "The journal cannot be read at present. Ask again later.").ExecuteAsync(http);
        }
    }
}
