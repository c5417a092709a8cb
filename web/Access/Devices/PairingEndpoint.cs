using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using OpsBoard.Units;
using OpsBoard.Web.Access.Sessions;
using OpsBoard.Web.Board;

namespace OpsBoard.Web.Access.Devices;

/// <summary>
/// <c>POST /api/v1/walls/pairing</c> with <c>{"scope":"hainan/haikou"}</c>, from the page of a wall, every few seconds: answers
/// <c>{"state":"waiting","code":"BCDF-GHJK","holdsMs":598000}</c>, and once somebody approved the code <c>{"state":"paired","scope":"hainan/haikou"}</c>
/// with the cookie. The scope is what whoever approved chose. 429 with Retry-After when too many codes were asked for.
/// </summary>
internal static class PairingEndpoint
{
    public const string Address = "/api/v1/walls/pairing";

    private const int LongestBody = 1024;

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        MaxDepth = 2,
    };

    public static async Task<IResult> Ask(HttpContext http, PairingDesk desk, WallRegistry walls, IOptions<StayOptions> stay, TimeProvider clock)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (!http.Request.HasJsonContentType()) return UnitEndpoint.Problem(StatusCodes.Status415UnsupportedMediaType, "Not JSON", "The question is application/json.");
        if (await ScopeOf(http) is not { } scope) return UnitEndpoint.Problem(StatusCodes.Status400BadRequest, "No scope", "The question is {\"scope\":\"hainan/haikou\"} with a unit path.");
        if (!AccessCookie.MayTravel(http)) return UnitEndpoint.Problem(StatusCodes.Status403Forbidden, "Not encrypted", "A wall is paired at the address that begins with https://.");
        if (SessionDoor.Of(http) is { IsWall: true, Principal.Scope: { } own }) return Paired(own);
        var device = Secret.Of(AccessCookie.Read(http.Request, AccessCookie.Pairing));
        var pairing = device is { } known ? walls.Find(known) : null;
        if (pairing is { Wall: not null } && desk.Claim(device!.Value) is { } cookie)
        {
            AccessCookie.Write(http, AccessCookie.Session, cookie, stay.Value.WallSilentFor);
            return Paired(walls.All.First(wall => wall.Number == pairing.Wall).Scope);
        }

        if (pairing is null or { Wall: not null } || pairing.Scope != scope)
        {
            (var secret, pairing, var wait) = desk.Ask(scope, http);
            if (pairing is null) return Later(http, wait);
            AccessCookie.Write(http, AccessCookie.Pairing, secret, WallRegistry.CodeHolds * 2);
        }

        return UnitEndpoint.Json(JsonBody.Write(json =>
        {
            json.WriteString("state", "waiting");
            json.WriteString("code", pairing.Code);
            json.WriteNumber("holdsMs", (long)(pairing.Until - clock.GetUtcNow()).TotalMilliseconds);
        }));
    }

    private static FileContentHttpResult Paired(UnitPath scope) => UnitEndpoint.Json(JsonBody.Write(json =>
    {
        json.WriteString("state", "paired");
        json.WriteString("scope", scope.ToString());
    }));

    private static IResult Later(HttpContext http, TimeSpan wait)
    {
        http.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return UnitEndpoint.Problem(StatusCodes.Status429TooManyRequests, "Too many codes", "More codes were asked for than are given in a minute: come back later.");
    }

    private static async Task<UnitPath?> ScopeOf(HttpContext http)
    {
        var buffer = new byte[LongestBody + 1];
        var length = await http.Request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, http.RequestAborted);
        if (length > LongestBody) return null;
        try
        {
            return JsonSerializer.Deserialize<Question>(buffer.AsSpan(0, length), Options) is { } question && UnitPath.TryParse(question.Scope, out var scope) ? scope : null;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private sealed record Question(string Scope);
}
