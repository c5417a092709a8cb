using OpsBoard.Journal;
using OpsBoard.Units;
using OpsBoard.Web.Access;
using OpsBoard.Web.Board;

namespace OpsBoard.Web.Events;

/// <summary>
/// <c>GET /api/v1/units/{path}/recount?day=</c>: counts the unit's events anew and says whether the figures are equal; today by default,
/// <c>all</c> for every day and all that is open. One at a time for the whole server: 503 with Retry-After meanwhile.
/// </summary>
internal sealed class RecountEndpoint(RecountDesk desk, TimeProvider clock) : IUnitRead
{
    private const int MostDifferences = 1000;

    public string Name => "recount";

    public string Policy => Policies.View;

    public async Task<IResult> Read(UnitPath unit, HttpContext http)
    {
        if (!TryDay(http.Request.Query["day"].FirstOrDefault(), out var day))
            return UnitEndpoint.Problem(StatusCodes.Status400BadRequest, "Unknown day", "day is a day such as 2026-11-21, or all.");
        if (await desk.Recount(unit, day, http.RequestAborted) is { } result) return UnitEndpoint.Json(Write(unit, day, result));
        http.Response.Headers.RetryAfter = $"{RecountDesk.RetryAfterSeconds}";
        return UnitEndpoint.Problem(StatusCodes.Status503ServiceUnavailable, "A recount is under way", $"One recount runs at a time; ask again in {RecountDesk.RetryAfterSeconds} s.");
    }

    private bool TryDay(string? text, out BusinessDay? day)
    {
        day = text is null ? BusinessDay.Of(clock.GetUtcNow()) : BusinessDay.TryParse(text, out var one) ? one : null;
        return day is not null || text == "all";
    }

    private ReadOnlyMemory<byte> Write(UnitPath unit, BusinessDay? day, RecountResult result) => JsonBody.Write(json =>
    {
        json.WriteString("unit", unit.ToString());
        json.WriteString("day", day?.ToString() ?? "all");
        json.WriteString("asOf", JsonBody.Stamp(clock.GetUtcNow()));
        json.WriteNumber("events", result.Events);
        json.WriteNumber("cells", result.Cells);
        json.WriteBoolean("equal", result.Equal);
        json.WriteNumber("differing", result.Differences.Length);
        json.WriteStartArray("differences");
        foreach (var difference in result.Differences.Take(MostDifferences))
        {
            json.WriteStartObject();
            json.WriteString("window", difference.Window.ToString());
            json.WriteString("figure", FigureOf(difference));
            json.WriteString("stored", difference.Stored);
            json.WriteString("recounted", difference.Recounted);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    /// <summary>What differs, without the id of an open subject: ids may say who it is about.</summary>
    public static string FigureOf(RecountDifference difference) => difference.Figure.Split(' ') is ["open", var kind, ..] ? $"open {kind}" : difference.Figure;
}
