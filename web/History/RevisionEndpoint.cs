using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Units;
using OpsBoard.Web.Access;
using OpsBoard.Web.Access.Audit;
using OpsBoard.Web.Board;
using OpsBoard.Web.Indicators;

namespace OpsBoard.Web.History;

/// <summary>
/// <c>GET /api/v1/revisions?scope=&amp;state=&amp;from=&amp;to=</c>: what changed past days, and what waits to. <c>POST /api/v1/revisions/{number}</c>
/// with <c>{"decision":"approve|refuse","by":"…"}</c> decides on one that waits: the report of its day then has a new revision.
/// </summary>
internal static class RevisionEndpoint
{
    private const int LongestOffice = 128;

    public static async Task<IResult> List(string? scope, string? state, string? from, string? to, HttpContext http, Roster roster, IJournal journal, CancellationToken cancellation)
    {
        if (!IndicatorQuestion.TryReadScope(Principal.ScopeOr(scope, http), roster, out var unit, out var refusal)) return refusal;
        var wanted = Enum.GetValues<RevisionState>().Where(each => state is null || string.Equals($"{each}", state, StringComparison.OrdinalIgnoreCase)).ToList();
        if (wanted.Count == 0) return UnitEndpoint.Problem(StatusCodes.Status400BadRequest, "Unknown state", "state is entered, waiting, approved, refused or superseded.");
        if (!TryDay(from, new BusinessDay(0), out var first) || !TryDay(to, new BusinessDay(int.MaxValue), out var last))
            return UnitEndpoint.Problem(StatusCodes.Status400BadRequest, "Unknown day", "from and to are days such as 2026-11-21.");
        var revisions = await journal.ReadRevisions(unit, first, last, cancellation);
        return UnitEndpoint.Json(JsonBody.Write(json =>
        {
            json.WriteString("scope", unit.ToString());
            json.WriteStartArray("revisions");
            foreach (var revision in revisions.Where(revision => wanted.Contains(revision.State))) HistoryFormat.WriteRevision(json, revision);
            json.WriteEndArray();
        }));
    }

    public static async Task<IResult> Decide(long number, HttpContext http, IJournal journal, AuditTrail trail, CancellationToken cancellation)
    {
        var request = http.Request;
        if (!request.HasJsonContentType()) return UnitEndpoint.Problem(StatusCodes.Status415UnsupportedMediaType, "Not JSON", "A decision is application/json.");
        if (await BodyOf(request, cancellation) is not { } body) return UnitEndpoint.Problem(StatusCodes.Status400BadRequest, "Not JSON", "The body is not JSON in UTF-8.");
        var (word, by) = (TextOf(body, "decision"), TextOf(body, "by"));
        if (word is not ("approve" or "refuse")) return UnitEndpoint.Problem(StatusCodes.Status400BadRequest, "Unknown decision", "decision must be approve or refuse.");
        if (by is not { Length: > 0 and <= LongestOffice })
            return UnitEndpoint.Problem(StatusCodes.Status400BadRequest, "Nobody decided", $"by must name the office or position that decides, in 1 to {LongestOffice} letters.");
        if (!await IsWithin(http, number, journal, cancellation)) return Unknown(number);
        switch (await journal.Decide(new Decision(number, word == "approve", by), cancellation))
        {
            case Verdict.Accepted:
                trail.Note(Principal.Of(http.User)!.Id, word == "approve" ? AuditActions.RevisionApproved : AuditActions.RevisionRefused, $"revision:{number}", $"by {by}");
                return TypedResults.Ok(new { number, decision = word, by });
            case Verdict.Duplicate: return TypedResults.Ok(new { number, decision = word, by });
            case Verdict.Conflict: return UnitEndpoint.Problem(StatusCodes.Status409Conflict, "Decided already", "This revision was decided otherwise, a later one took its place, or it never had to wait; read it again.");
            default: return Unknown(number);
        }
    }

    private static async Task<bool> IsWithin(HttpContext http, long number, IJournal journal, CancellationToken cancellation) =>
        Principal.ScopeOf(http) is not { } scope
        || (await journal.ReadRevisions(scope, new BusinessDay(0), new BusinessDay(int.MaxValue), cancellation)).Any(revision => revision.Number == number);

    private static ProblemHttpResult Unknown(long number) =>
        TypedResults.Problem($"There is no revision {number}. See GET /api/v1/revisions?state=waiting.", statusCode: StatusCodes.Status404NotFound, title: "Unknown revision");

    private static async Task<JsonElement?> BodyOf(HttpRequest request, CancellationToken cancellation)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<JsonElement>(request.Body, cancellationToken: cancellation);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? TextOf(JsonElement body, string name)
    {
        try
        {
            return body.ValueKind == JsonValueKind.Object && body.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // Ill-formed text: the parser takes it, and throws when it is asked what the text is.
            return null;
        }
    }

    private static bool TryDay(string? text, BusinessDay otherwise, out BusinessDay day)
    {
        day = otherwise;
        return text is null || BusinessDay.TryParse(text, out day);
    }
}
