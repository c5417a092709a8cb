using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Antiforgery;
using OpsBoard.Units;
using OpsBoard.Web.Access;
using OpsBoard.Web.Access.Devices;
using OpsBoard.Web.Access.Sessions;
using OpsBoard.Web.Board;
using OpsBoard.Web.Screens;
using OpsBoard.Web.Screens.Fleet;

namespace OpsBoard.Web.Fleet;

/// <summary>Where walls report, and where they are seen and asked.</summary>
internal static class WallEndpoints
{
    /// <summary>Holds the device's name: no script can read it, and no page of another site sends it.</summary>
    public const string Cookie = "wall";

    /// <summary>Where the form of the page goes; the page itself has another address, or either would answer the other's requests.</summary>
    public const string Asking = "/fleet/ask";

    /// <summary>
    /// <c>POST /api/v1/walls/self</c>, every 30 s. Answers <c>{"number":7,"commands":["identify","reload"]}</c>: the wall's number and
    /// what it is to do. A paired wall is known by its pairing and given a new cookie each day; any other device without a name is given one.
    /// 403 from other origins, 415 for other bodies than JSON, 413 above 4 KiB, 400 for what is no report.
    /// </summary>
    public static async Task<IResult> Report(HttpContext http, Walls walls)
    {
        var request = http.Request;
        if (!SameOrigin.IsProven(request)) return UnitEndpoint.Problem(StatusCodes.Status403Forbidden, "Another origin", "Walls report from their own page.");
        if (!request.HasJsonContentType()) return UnitEndpoint.Problem(StatusCodes.Status415UnsupportedMediaType, "Not JSON", "A report is application/json.");
        if (await BodyOf(request, http.RequestAborted) is not { } body) return UnitEndpoint.Problem(StatusCodes.Status413PayloadTooLarge, "Too large", "A report has at most 4 KiB.");
        if (WallReportReader.Read(body.Span) is not { } report) return UnitEndpoint.Problem(StatusCodes.Status400BadRequest, "No report", "A member of the report is missing, unknown or out of bounds.");
        if (!Principal.Sees(http, UnitPath.Parse(report.Scope))) return TypedResults.Forbid();
        var wall = Principal.Of(http.User) is { Role: Role.Wall, Scope: { } scope, Id: var id }
            ? walls.Report(id, report with { Scope = scope.ToString() }, PairedWall.NumberOf(id))
            : walls.Report(DeviceOf(http), report);
        SessionDoor.Renew(http);
        http.Response.Headers.CacheControl = "no-store";
        return UnitEndpoint.Json(JsonBody.Write(json =>
        {
            json.WriteNumber("number", wall.Number);
            json.WriteStartArray("commands");
            foreach (var command in wall.Asked) json.WriteStringValue(JsonNamingPolicy.CamelCase.ConvertName(command.ToString()));
            json.WriteEndArray();
        }));
    }

    /// <summary><c>GET /api/v1/walls</c>: the table of the page, as JSON or CSV.</summary>
    public static IResult List(HttpContext http, string? format, FleetTable table, TimeProvider clock)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (CsvBody.IsWanted(http.Request, format)) return CsvBody.Answer(FleetWords.For(http.Words()).Columns, table.Rows(http).Select(static row => row.Cells), "walls.csv");
        return UnitEndpoint.Json(JsonBody.Write(json =>
        {
            json.WriteStartArray("walls");
            foreach (var (wall, place) in table.Reporting(http)) Write(json, wall, place, clock.GetUtcNow());
            json.WriteEndArray();
        }));
    }

    /// <summary>Form post with antiforgery: fields <c>number</c> and <c>command</c>.</summary>
    public static async Task<IResult> Ask(HttpContext http, IAntiforgery antiforgery, Walls walls)
    {
        if (!await antiforgery.IsRequestValidAsync(http)) return Results.BadRequest();
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var isCommand = Enum.TryParse<WallCommand>(form["command"], ignoreCase: true, out var command) && Enum.IsDefined(command);
        if (!isCommand || !int.TryParse(form["number"], NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return Results.BadRequest();
        return walls.All.Any(wall => wall.Number == number && Principal.Sees(http, wall.Scope)) && walls.Ask(number, command) ? Results.LocalRedirect("/fleet") : Results.NotFound();
    }

    private static async Task<ReadOnlyMemory<byte>?> BodyOf(HttpRequest request, CancellationToken cancellation)
    {
        var buffer = new byte[WallReportReader.LongestBody + 1];
        var length = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
        // Written out: a bare null would become an empty memory and no absence.
        return length > WallReportReader.LongestBody ? default(ReadOnlyMemory<byte>?) : buffer.AsMemory(0, length);
    }

    private static string DeviceOf(HttpContext http)
    {
        if (http.Request.Cookies[Cookie] is { } known && Walls.IsDevice(known)) return known;
        var device = Walls.NewDevice();
        http.Response.Cookies.Append(Cookie, device, new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Secure = http.Request.IsHttps,
            MaxAge = TimeSpan.FromDays(365),
            IsEssential = true,
        });
        return device;
    }

    private static void Write(Utf8JsonWriter json, WallHealth wall, string? place, DateTimeOffset now)
    {
        var report = wall.Report;
        json.WriteStartObject();
        json.WriteNumber("number", wall.Number);
        json.WriteString("scope", report.Scope);
        if (place is not null) json.WriteString("place", place);
        else json.WriteNull("place");
        json.WriteString("view", report.View);
        json.WriteString("state", wall.StateAt(now));
        json.WriteBoolean("paused", report.Paused);
        json.WriteNumber("width", report.Width);
        json.WriteNumber("height", report.Height);
        json.WriteNumber("amThousandths", report.AmThousandths);
        json.WriteString("build", report.Build);
        WriteOrNull(json, "dataAgeMs", report.DataAgeMs);
        WriteOrNull(json, "paintedAgoMs", report.PaintedAgoMs);
        WriteOrNull(json, "fps", report.Fps);
        WriteOrNull(json, "heapBytes", report.HeapBytes);
        json.WriteNumber("nodes", report.Nodes);
        json.WriteNumber("reloads", report.Reloads);
        json.WriteString("reportedAt", JsonBody.Stamp(wall.ReportedAt));
        json.WriteEndObject();
    }

    private static void WriteOrNull(Utf8JsonWriter json, string name, long? number)
    {
        if (number is { } known) json.WriteNumber(name, known);
        else json.WriteNull(name);
    }
}
