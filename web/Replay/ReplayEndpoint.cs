using OpsBoard.Units;
using OpsBoard.Web.Board;
using OpsBoard.Web.Screens;
using OpsBoard.Web.Screens.Replay;

namespace OpsBoard.Web.Replay;

/// <summary><c>GET /api/v1/replay/{scope}?at=</c>: the frame of a former instant. 503 with Retry-After while it is being counted, or others replay.</summary>
internal static class ReplayEndpoint
{
    public static async Task<IResult> Read(string scope, string? at, HttpContext http, IReplays replays, Printed printed, Roster roster)
    {
        if (!UnitPath.TryParse(scope, out var unit, out var fault)) return UnitEndpoint.Problem(StatusCodes.Status404NotFound, "Unknown unit", fault);
        if (at is not null && !ReplayInstant.TryParse(at, out _))
            return UnitEndpoint.Problem(StatusCodes.Status400BadRequest, "No instant", "at is an instant such as 2026-11-21T10:00+08:00; without an offset it is the province's time.");
        var answer = await replays.Show(unit, ReplayInstant.TryParse(at, out var atMs) ? atMs : null, http.RequestAborted);
        http.Response.Headers.CacheControl = "no-store";
        if (answer.RetryAfter is { } seconds) http.Response.Headers.RetryAfter = $"{seconds}";
        return answer.Outcome switch
        {
            ReplayOutcome.Shown => UnitEndpoint.Json(ReplayFormat.Write(answer.Frame!, new ReplayTexts(answer.Frame!, http.Words(), roster), printed, roster)),
            ReplayOutcome.UnknownScope => UnitEndpoint.UnknownUnit(scope),
            ReplayOutcome.NothingRecorded => UnitEndpoint.Problem(StatusCodes.Status404NotFound, "Nothing recorded", "No frame was recorded at or before that instant."),
            ReplayOutcome.TooLarge => UnitEndpoint.Problem(StatusCodes.Status422UnprocessableEntity, "Too far back", "More events came since that day than may be counted for a replay (Replay:MostEvents)."),
            ReplayOutcome.Busy => UnitEndpoint.Problem(StatusCodes.Status503ServiceUnavailable, "Others are replaying", "As many replays as allowed are open (Replay:AtOnce); ask again later."),
            _ => UnitEndpoint.Problem(StatusCodes.Status503ServiceUnavailable, "Counting", $"The events of that day are being counted: {answer.Percent} % done."),
        };
    }
}
