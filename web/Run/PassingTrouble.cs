using System.Globalization;
using Orleans.Runtime;
using OpsBoard.Journal;
using OpsBoard.Web.Board;

namespace OpsBoard.Web.Run;

/// <summary>
/// Answers 503 where the database of the journal cannot be read at present, or where the grain of a unit does not answer because its silo has just
/// died: both pass by themselves, and the server is not at fault.
/// </summary>
internal static class PassingTrouble
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
            await Answer(http, "Journal unavailable", "The journal cannot be read at present. Ask again later.");
        }
        catch (Exception fault) when (fault is OrleansException or TimeoutException && !http.Response.HasStarted)
        {
            await Answer(http, "Unit unavailable", "The unit does not answer at present. Ask again later.");
        }
    }

    private static Task Answer(HttpContext http, string title, string detail)
    {
        http.Response.Clear();
        http.Response.Headers.RetryAfter = SecondsToNext.ToString(CultureInfo.InvariantCulture);
        return UnitEndpoint.Problem(StatusCodes.Status503ServiceUnavailable, title, detail).ExecuteAsync(http);
    }
}
