using System.Text.Json;
using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Journal;
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
    private static readonly Dictionary<string, Func<OpenSubject, long, bool>> States = new(StringComparer.Ordinal)
    {
        ["open"] = static (_, _) => true,
        ["toContact"] = static (review, _) => review.State == OpenState.None,
        ["toRectify"] = static (review, _) => review.State == OpenState.Contacted,
        ["dueSoon"] = static (review, atMs) => atMs >= review.SoonMs && atMs <= review.DueMs,
        ["overdue"] = static (review, atMs) => atMs > review.DueMs,
    };

    private static readonly string[] Header = ["window", "review", "step", "submittedAt", "ageSeconds", "dueAt", "usedWorkingDays", "overdue"];

    public static void MapReviews(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/api/v1/reviews", Read).RequireAuthorization(Policies.View);

    private static async Task<IResult> Read(string? scope, string? state, string? format, HttpContext http, Roster roster, IJournal journal, CountingTerms terms, TimeProvider clock)
    {
        if (!IndicatorQuestion.TryReadScope(scope, roster, out var unit, out var refusal)) return refusal;
        if (!States.TryGetValue(state ?? "open", out var isWanted))
            return UnitEndpoint.Problem(StatusCodes.Status400BadRequest, "Unknown state", $"state is one of {string.Join(", ", States.Keys)}.");
        var atMs = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var windows = await journal.ReadWindows(unit, BusinessDay.Of(atMs), http.RequestAborted);
        var reviews = windows
            .SelectMany(static window => window.Open.Where(static subject => subject.Kind == SubjectKind.Review).Select(review => (window.Window, Review: review)))
            .Where(open => isWanted(open.Review, atMs))
            .OrderBy(static open => open.Review.DueMs)
            .ThenBy(static open => open.Window, UnitPath.InOrder)
            .Select(open => new Row(open.Window, open.Review, atMs, terms.For(open.Window).Calendar))
            .ToList();
        return CsvBody.IsWanted(http.Request, format)
            ? CsvBody.Answer(Header, reviews.Select(static row => row.Cells), "reviews.csv")
            : UnitEndpoint.Json(Body(unit, state ?? "open", reviews, roster, clock.GetUtcNow()));
    }

    private static ReadOnlyMemory<byte> Body(UnitPath scope, string state, List<Row> reviews, Roster roster, DateTimeOffset now) => JsonBody.Write(json =>
    {
        json.WriteString("scope", scope.ToString());
        json.WriteString("state", state);
        json.WriteString("asOf", JsonBody.Stamp(now));
        json.WriteNumber("count", reviews.Count);
        json.WriteStartArray("reviews");
        foreach (var row in reviews)
        {
            json.WriteStartObject();
            json.WriteString("window", row.Window.ToString());
            SnapshotFormat.WriteName(json, roster.NameOf(row.Window));
            json.WriteString("review", row.Review.Id);
            json.WriteString("step", row.Step);
            json.WriteString("submittedAt", row.SubmittedAt);
            json.WriteNumber("ageSeconds", row.AgeSeconds);
            json.WriteString("dueAt", row.DueAt);
            json.WriteNumber("usedWorkingDays", row.UsedWorkingDays);
            json.WriteBoolean("overdue", row.IsOverdue);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private sealed record Row(UnitPath Window, OpenSubject Review, long AtMs, WorkingCalendar Calendar)
    {
        public string Step => Review.State == OpenState.Contacted ? "toRectify" : "toContact";

        public string SubmittedAt => Rfc3339.Write(Review.SinceMs);

        public long AgeSeconds => Math.Max(0, (AtMs - Review.SinceMs) / 1000);

        public string? DueAt => Review.DueMs is { } due ? Rfc3339.Write(due) : null;

        public int UsedWorkingDays => Calendar.Between(BusinessDay.Of(Review.SinceMs), BusinessDay.Of(AtMs));

        public bool IsOverdue => AtMs > Review.DueMs;

        public IEnumerable<string?> Cells =>
            [Window.ToString(), Review.Id, Step, SubmittedAt, $"{AgeSeconds}", DueAt, $"{UsedWorkingDays}", IsOverdue ? "true" : "false"];
    }
}
