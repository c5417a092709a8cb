using System.Text.Json;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Units;
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

    public static async Task<IResult> List(string? scope, string? state, string? from, string? to, Roster roster, IJournal journal, CancellationToken cancellation)
    {
        if (!IndicatorQuestion.TryReadScope(scope, roster, out var unit, out var refusal)) return refusal;
        var wanted = Enum.GetValues<RevisionState>().Where(each => state is null || string.Equals($"{each}", state, StringComparison.OrdinalIgnoreCase)).ToList();
        if (wanted.Count == 0) return UnitEndpoint.Problem(StatusCodes.Status400BadRequest, "Unknown state", "state is entered, waiting, approved or refused.");
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

    public static async Task<IResult> Decide(long number, JsonElement body, IJournal journal, CancellationToken cancellation)
    {
        var (word, by) = (TextOf(body, "decision"), TextOf(body, "by"));
        if (word is not ("approve" or "refuse")) return UnitEndpoint.Problem(StatusCodes.Status400BadRequest, "Unknown decision", "decision must be approve or refuse.");
        if (by is not { Length: > 0 and <= LongestOffice })
            return UnitEndpoint.Problem(StatusCodes.Status400BadRequest, "Nobody decided", $"by must name the office or position that decides, in 1 to {LongestOffice} letters.");
        return await journal.Decide(new Decision(number, word == "approve", by), cancellation) switch
        {
            Verdict.Accepted or Verdict.Duplicate => TypedResults.Ok(new { number, decision = word, by }),
            Verdict.Conflict => UnitEndpoint.Problem(StatusCodes.Status409Conflict, "Decided already", "This revision was decided otherwise, or never had to wait; read it again."),
            _ => UnitEndpoint.Problem(StatusCodes.Status404NotFound, "Unknown revision", $"There is no revision {number}. See GET /api/v1/revisions?state=waiting."),
        };
    }

    private static string? TextOf(JsonElement body, string name) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString() : null;

    private static bool TryDay(string? text, BusinessDay otherwise, out BusinessDay day)
    {
        day = otherwise;
        return text is null || BusinessDay.TryParse(text, out day);
    }
}
