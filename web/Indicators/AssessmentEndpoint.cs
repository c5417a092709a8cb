using System.Globalization;
using System.Text.Json;
using OpsBoard.Board;
using OpsBoard.Indicators;
using OpsBoard.Units;
using OpsBoard.Web.Board;

namespace OpsBoard.Web.Indicators;

/// <summary><c>GET /api/v1/assessments/{id}?scope=&amp;period=</c>: the scores of a scope's children, highest first, with all they are made of.</summary>
internal static class AssessmentEndpoint
{
    private const int PointDecimals = 2;

    public static async Task<IResult> Read(string id, string? scope, string? period, string? format, HttpContext http, ScopeReader scopes, Assessments assessments, Roster roster, TimeProvider clock)
    {
        if (assessments.All.FirstOrDefault(each => each.Id == id) is not { } assessment)
            return UnitEndpoint.Problem(StatusCodes.Status404NotFound, "Unknown assessment", $"'{id}' is no assessment. Known are {string.Join(", ", assessments.All.Select(static each => each.Id))}.");
        if (!IndicatorQuestion.TryReadScope(scope, roster, out var unit, out var refusal)) return refusal;
        if (CycleSpan.Days(assessment.Cycle, period, BusinessDay.Of(clock.GetUtcNow())) is not var (first, last))
            return UnitEndpoint.Problem(StatusCodes.Status400BadRequest, "Unknown period", $"period of {id} is {CycleSpan.FormOf(assessment.Cycle)} and has begun.");
        var figures = await scopes.Of(unit, $"{first}..{last}", http.RequestAborted);
        if (figures is null) return UnitEndpoint.UnknownUnit(unit.ToString());
        var scores = figures.Children
            // What was counted over the cycle is assessed; how a unit reports at this minute takes no points from it.
            .Select(child => assessment.ScoreOf(child with { Freshness = FreshnessState.Live }, roster.Find(child.Unit)?.PeerGroup))
            .OfType<Score>()
            .OrderByDescending(static score => score.Weighted)
            .ThenBy(static score => score.Unit, UnitPath.InOrder)
            .ToList();
        return CsvBody.IsWanted(http.Request, format)
            ? CsvBody.Answer([.. IndicatorRow.Header, "weight", "target", "points", "raw", "possible", "coefficient", "weighted"], scores.SelectMany(Rows), $"assessment-{id}.csv")
            : UnitEndpoint.Json(Body(assessment, unit, figures, scores, roster));

        IEnumerable<IEnumerable<string?>> Rows(Score score) => score.Components.Select(component => (IEnumerable<string?>)
        [
            .. IndicatorRow.Cells(component.Value, roster.NameIn(unit, score.Unit), figures.AsOf),
            Points(component.Component.Weight),
            IndicatorRow.Plain(component.Target?.Cut(6)),
            Points(component.Points),
            Points(score.Raw),
            Points(score.Possible),
            IndicatorRow.Plain((score.Coefficient?.Value ?? Fraction.One).Cut(6)),
            Points(score.Weighted),
        ]);
    }

    private static ReadOnlyMemory<byte> Body(Assessment assessment, UnitPath scope, ScopeFigures figures, List<Score> scores, Roster roster) => JsonBody.Write(json =>
    {
        json.WriteString("assessment", assessment.Id);
        IndicatorFormat.Write(json, "name", assessment.Name);
        json.WriteString("document", assessment.Document);
        IndicatorRow.WriteHead(json, scope, IndicatorFormat.Word(assessment.Cycle), figures);
        json.WriteStartArray("scores");
        foreach (var score in scores) Write(json, score, roster.NameIn(scope, score.Unit));
        json.WriteEndArray();
    });

    private static void Write(Utf8JsonWriter json, Score score, Wording name)
    {
        json.WriteStartObject();
        json.WriteString("unit", score.Unit.ToString());
        IndicatorFormat.Write(json, "name", name);
        json.WriteNumber("raw", score.Raw.Cut(PointDecimals));
        json.WriteNumber("possible", score.Possible.Cut(PointDecimals));
        json.WriteNumber("weighted", score.Weighted.Cut(PointDecimals));
        Write(json, score.Coefficient);
        json.WriteStartArray("components");
        foreach (var component in score.Components)
        {
            json.WriteStartObject();
            IndicatorRow.Write(json, component.Value, component.Component.Indicator.Name);
            json.WriteNumber("weight", component.Component.Weight.Cut(PointDecimals));
            IndicatorFormat.Write(json, "target", component.Target?.Cut(6));
            IndicatorFormat.Write(json, "points", component.Points?.Cut(PointDecimals));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Coefficient? coefficient)
    {
        if (coefficient is null) return;
        json.WriteStartObject("coefficient");
        json.WriteNumber("value", coefficient.Value.Cut(6));
        IndicatorFormat.Write(json, "owner", coefficient.Owner);
        json.WriteString("version", coefficient.Version);
        json.WriteString("document", coefficient.Document);
        json.WriteEndObject();
    }

    private static string? Points(Fraction? points) => points?.Cut(PointDecimals).ToString("0.00", CultureInfo.InvariantCulture);
}
