using Microsoft.AspNetCore.Http.HttpResults;
using OpsBoard.Silo.Journal;
using OpsBoard.Units;
using OpsBoard.Web.Board;
using OpsBoard.Web.Intake;
using OpsBoard.Web.Recount;
using OpsBoard.Web.Supervision.Notices;

namespace OpsBoard.Web.Run;

/// <summary>Answers for supervisors and load balancers; they tell nothing about any unit, so they need no key.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        var health = endpoints.MapGroup("/health").AllowAnonymous();
        health.MapGet("/live", static () => TypedResults.Ok(new { status = "live" }));
        health.MapGet("/startup", static (BoardRelay relay) => Answer(relay.IsReady, relay.IsReady ? "started" : "The boards are being read from the journal."));
        health.MapGet("/ready", static (BoardRelay relay, ViewerDoor door, BoardPush push, IJournalStore journal, BuildIdentity build, ConfigurationWarnings warnings, SourceClocks clocks, RecountLedger recount, UnitAlarms alarms, NoticeRounds notices) => (relay.IsReady && !door.IsStopping, journal) switch
        {
            (false, _) => Answer(false, door.IsStopping ? "The server is about to stop." : "The boards are being read from the journal."),
            (_, { Fault: not null }) => Answer(false, journal.Trouble!),
            // Full, it still shows what it has, so it stays in service; what it says, and that screens are told their age, is another matter.
            _ => TypedResults.Json(new Health(
                journal.Trouble ?? (recount.IsAlarm || !alarms.Units.IsEmpty ? "degraded" : "ready"),
                build.Id,
                push.Viewers,
                Warnings(warnings),
                clocks.All.Count(static source => source.IsOff),
                RecountHealth.Of(recount, alarms),
                NoticeHealth.Of(notices.Last))),
        });
    }

    /// <summary>Of a silo without screens: it listens when its grains can be called, and not before.</summary>
    public static void MapSiloHealth(this IEndpointRouteBuilder endpoints)
    {
        var health = endpoints.MapGroup("/health");
        health.MapGet("/live", static () => TypedResults.Ok(new { status = "live" }));
        health.MapGet("/startup", static () => Answer(true, "started"));
        health.MapGet("/ready", static (IJournalStore journal, BuildIdentity build, ConfigurationWarnings warnings, UnitAlarms alarms, IHostApplicationLifetime lifetime) => (lifetime.ApplicationStopping.IsCancellationRequested, journal) switch
        {
            (true, _) => Answer(false, "The silo is about to stop."),
            (_, { Fault: not null }) => Answer(false, journal.Trouble!),
            _ => TypedResults.Json(new Health(journal.Trouble ?? (alarms.Units.IsEmpty ? "ready" : "degraded"), build.Id, Warnings: Warnings(warnings))),
        });
    }

    private static Warning[] Warnings(ConfigurationWarnings warnings) => [.. warnings.All.Select(static warning => new Warning(warning.File, warning.Text, Board.JsonBody.Stamp(warning.Since)))];

    private static JsonHttpResult<Health> Answer(bool isWell, string status) =>
        TypedResults.Json(new Health(status), statusCode: isWell ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);

    private sealed record Health(string Status, string? Build = null, int? Viewers = null, Warning[]? Warnings = null, int? SourcesWithClockOff = null, RecountHealth? Recount = null, NoticeHealth? Notices = null);

    private sealed record Warning(string File, string Text, string Since);
}
