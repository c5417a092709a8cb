using Microsoft.AspNetCore.Http.HttpResults;
using OpsBoard.Silo.Journal.Sqlite;
using OpsBoard.Web.Board;

namespace OpsBoard.Web.Run;

/// <summary>Answers for supervisors and load balancers; they tell nothing about any unit, so they need no key.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        var health = endpoints.MapGroup("/health").AllowAnonymous();
        health.MapGet("/live", static () => TypedResults.Ok(new { status = "live" }));
        health.MapGet("/startup", static (BoardRelay relay) => Answer(relay.IsReady, relay.IsReady ? "started" : "The boards are being read from the journal."));
        health.MapGet("/ready", static (BoardRelay relay, BoardPush push, SqliteJournal journal, BuildIdentity build, ConfigurationWarnings warnings) => (relay.IsReady, journal.Fault) switch
        {
            (false, _) => Answer(false, "The boards are being read from the journal."),
            (_, { } fault) => Answer(false, $"The journal has stopped: {fault.Message}"),
            _ => TypedResults.Json(new Health("ready", build.Id, push.Viewers, [.. warnings.All.Select(static warning => new Warning(warning.File, warning.Text, JsonBody.Stamp(warning.Since)))])),
        });
    }

    private static JsonHttpResult<Health> Answer(bool isWell, string status) =>
        TypedResults.Json(new Health(status), statusCode: isWell ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);

    private sealed record Health(string Status, string? Build = null, int? Viewers = null, Warning[]? Warnings = null);

    private sealed record Warning(string File, string Text, string Since);
}
