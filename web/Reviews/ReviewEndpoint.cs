using OpsBoard.Units;
using OpsBoard.Web.Access;
using OpsBoard.Web.Board;
using OpsBoard.Web.Indicators;

namespace OpsBoard.Web.Reviews;

/// <summary>
/// <c>GET /api/v1/reviews?scope=&amp;state=</c>: the open bad reviews (差评) of a scope, the one that is due first at the top; as CSV too.
/// States are open (all), toContact, toRectify, dueSoon and overdue.
/// </summary>
internal static class ReviewEndpoint
{
    private static readonly string[] Header = ["window", "review", "step", "submittedAt", "ageSeconds", "dueAt", "usedWorkingDays", "overdue", "dueSoon"];

    public static async Task<IResult> Read(string? scope, string? state, string? format, HttpContext http, ReviewReader reader, Roster roster)
    {
        if (!IndicatorQuestion.TryReadScope(Principal.ScopeOr(scope, http), roster, out var unit, out var refusal)) return refusal;
        var asked = state ?? ReviewStates.Open;
        if (!ReviewStates.All.Contains(asked))
            return UnitEndpoint.Problem(StatusCodes.Status400BadRequest, "Unknown state", $"state is one of {string.Join(", ", ReviewStates.All)}.");
        var reading = await reader.Read(unit, http.RequestAborted);
        var reviews = reading.In(asked).ToList();
        return CsvBody.IsWanted(http.Request, format)
            ? CsvBody.Answer(Header, reviews.Select(Cells), "reviews.csv")
            : UnitEndpoint.Json(Body(reading, asked, reviews, roster));
    }

    private static IEnumerable<string?> Cells(OpenReview review) =>
    [
        review.Window.ToString(), review.Id, review.Step, review.SubmittedAt, $"{review.AgeSeconds}", review.DueAt, $"{review.UsedWorkingDays}",
        Word(review.IsOverdue), Word(review.IsDueSoon),
    ];

    private static string Word(bool holds) => holds ? "true" : "false";

    private static ReadOnlyMemory<byte> Body(ReviewReading reading, string state, List<OpenReview> reviews, Roster roster) => JsonBody.Write(json =>
    {
        json.WriteString("scope", reading.Scope.ToString());
        json.WriteString("state", state);
        json.WriteString("asOf", JsonBody.Stamp(reading.AsOf));
        json.WriteNumber("count", reviews.Count);
        json.WriteStartArray("reviews");
        foreach (var review in reviews)
        {
            json.WriteStartObject();
            json.WriteString("window", review.Window.ToString());
            SnapshotFormat.WriteName(json, roster.NameOf(review.Window));
            json.WriteString("review", review.Id);
            json.WriteString("step", review.Step);
            json.WriteString("submittedAt", review.SubmittedAt);
            json.WriteNumber("ageSeconds", review.AgeSeconds);
            json.WriteString("dueAt", review.DueAt);
            json.WriteNumber("usedWorkingDays", review.UsedWorkingDays);
            json.WriteBoolean("overdue", review.IsOverdue);
            json.WriteBoolean("dueSoon", review.IsDueSoon);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });
}
