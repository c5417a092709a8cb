using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using OpsBoard.Units;
using OpsBoard.Web.Access;

namespace OpsBoard.Web.Board;

/// <summary>
/// <c>GET /api/v1/units/{path}?period=</c>: today's board as the hub's snapshot, byte for byte, or the sums of a span of days.
/// Today's answer has an ETag; a 304 carries the tick as headers, so polling it proves that the line lives.
/// </summary>
internal sealed class UnitEndpoint(BoardRelay relay, PeriodBody periods, IEnumerable<IUnitRead> reads, IAuthorizationService authorization, BuildIdentity build, TimeProvider clock)
{
    public async Task<IResult> Read(string path, string? period, HttpContext http)
    {
        var read = reads.FirstOrDefault(read => path.EndsWith($"/{read.Name}", StringComparison.Ordinal));
        if (!UnitPath.TryParse(read is null ? path : path[..^(read.Name.Length + 1)], out var unit, out var fault)) return Problem(StatusCodes.Status404NotFound, "Unknown unit", fault);
        if (read is not null && !(await authorization.AuthorizeAsync(http.User, unit, read.Policy)).Succeeded) return TypedResults.Forbid();
        if (await relay.FeedOf(unit, http.RequestAborted) is not { } feed) return UnknownUnit(unit.ToString());
        if (read is not null) return await read.Read(unit, http);
        if (period is null or Period.Today) return Today(feed, http);
        return await periods.Of(feed.Newest, period, http.RequestAborted) is { } body
            ? Json(body)
            : Problem(StatusCodes.Status400BadRequest, "Unknown period", "period is today, month, quarter, year, all or YYYY-MM-DD..YYYY-MM-DD, first day first.");
    }

    public static IResult UnknownUnit(string path) =>
        Problem(StatusCodes.Status404NotFound, "Unknown unit", $"No unit is registered or ever reported under '{path}'. See GET /api/v1/units for those that are.");

    /// <summary>The registered units within the scope of whoever asks, in roster order, then those that report without being registered.</summary>
    public static async Task<IResult> List(HttpContext http, Roster roster, IFrames frames, CancellationToken cancellation)
    {
        var unregistered = await frames.Unregistered(cancellation);
        return Json(JsonBody.Write(json =>
        {
            json.WriteStartArray("units");
            foreach (var unit in roster.All.Select(static unit => unit.Path).Concat(unregistered).Where(unit => Principal.Sees(http, unit))) WriteUnit(json, unit, roster);
            json.WriteEndArray();
        }));
    }

    public static IResult Problem(int status, string title, string detail) => TypedResults.Problem(detail, statusCode: status, title: title);

    private FileContentHttpResult Today(ScopeFeed feed, HttpContext http)
    {
        var frame = feed.Newest;
        var now = clock.GetUtcNow();
        var headers = http.Response.Headers;
        headers["OpsBoard-Time"] = JsonBody.Stamp(now);
        headers["OpsBoard-Build"] = build.Id;
        headers["OpsBoard-Day"] = BusinessDay.Of(now).ToString();
        headers["OpsBoard-Feed-Age"] = $"{(long)feed.FeedAge.TotalMilliseconds}";
        headers.CacheControl = "no-cache";
        return TypedResults.Bytes(frame.Snapshot, "application/json; charset=utf-8", entityTag: new EntityTagHeaderValue($"\"{LiveMessage.IdOf(frame)}\""));
    }

    private static void WriteUnit(Utf8JsonWriter json, UnitPath path, Roster roster)
    {
        var unit = roster.Find(path);
        json.WriteStartObject();
        json.WriteString("unit", path.ToString());
        json.WriteString("kind", SnapshotFormat.KindOf(path));
        SnapshotFormat.WriteName(json, roster.NameOf(path));
        json.WriteString("level", unit?.Level);
        json.WriteBoolean("reporting", unit?.Reporting ?? true);
        json.WriteBoolean("registered", unit is not null);
        json.WriteEndObject();
    }

    public static FileContentHttpResult Json(ReadOnlyMemory<byte> body) => TypedResults.Bytes(body, "application/json; charset=utf-8");
}
