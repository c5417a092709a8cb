using OpsBoard.Web.Board;

namespace OpsBoard.Web.Run;

/// <summary>The server's time, by which sources and screens set theirs: <c>{"now":"…","speed":1}</c>.</summary>
internal static class TimeEndpoint
{
    public static void MapTime(this IEndpointRouteBuilder endpoints) => endpoints
        .MapGet("/api/v1/time", static (TimeProvider clock) => new { now = JsonBody.Stamp(clock.GetUtcNow()), speed = (clock as DemoClock)?.Speed ?? 1 })
        .AllowAnonymous();
}
