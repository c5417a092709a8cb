using System.Globalization;
using System.Text.Json;
using OpsBoard.Indicators;
using OpsBoard.Units;
using OpsBoard.Web.Access;
using OpsBoard.Web.Board;

namespace OpsBoard.Web.Indicators;

/// <summary><c>GET /api/v1/assessments/{id}?scope=&amp;period=</c>: the scores of a scope's children, highest first, with all they are made of.</summary>
internal static class AssessmentEndpoint
{
    private const int PointDecimals = 2;

    public static async Task<IResult> Read(string id, string? scope, string? period, string? format, HttpContext http, ScoreReader reader, Assessments assessments, Roster roster)
    {
        if (assessments.All.FirstOrDefault(each => each.Id == id) is not { } assessment)
            return UnitEndpoint.Problem(StatusCodes.Status404NotFound, "Unknown assessment", $"'{id}' is no assessment. Known are {string.Join(", ", assessments.All.Select(static each => each.Id))}.");
        if (!IndicatorQuestion.TryReadScope(Principal.ScopeOr(scope, http), roster, out var unit, out var refusal)) return refusal;
        if (reader.DaysOf(assessment, period) is not { } days)
            return UnitEndpoint.Problem(StatusCodes.Status400BadRequest, "Unknown period", $"period of {id} is {CycleSpan.FormOf(assessment.Cycle)} and has begun.");
        if (await reader.Read(assessment, unit, days, http.RequestAborted) is not { } reading) return UnitEndpoint.UnknownUnit(unit.ToString());
        return CsvBody.IsWanted(http.Request, format)
            ? CsvBody.Answer([.. IndicatorRow.Header, "weight", "target", "points", "raw", "possible", "coefficient", "weighted", "rank"], reading.Scores.SelectMany(Rows), $"assessment-{id}.csv")
            : UnitEndpoint.Json(Body(reading, roster));

        IEnumerable<IEnumerable<string?>> Rows(Score score) => score.Components.Select(component => (IEnumerable<string?>)
        [
            .. IndicatorRow.Cells(component.Value, roster.NameIn(unit, score.Unit), reading.Figures.AsOf),
            Points(component.Component.Weight),
            IndicatorRow.Plain(component.Target?.Cut(6)),
            Points(component.Points),
            Points(score.Raw),
            Points(score.Possible),
            IndicatorRow.Plain((score.Coefficient?.Value ?? Fraction.One).Cut(6)),
            Points(score.Weighted),
            IndicatorRow.Plain((long?)reading.RankOf(score)),
        ]);
    }

    private static ReadOnlyMemory<byte> Body(ScoreReading reading, Roster roster) => JsonBody.Write(json =>
    {
        var assessment = reading.Assessment;
        json.WriteString("assessment", assessment.Id);
        IndicatorFormat.Write(json, "name", assessment.Name);
        json.WriteString("document", assessment.Document);
        IndicatorRow.WriteHead(json, reading.Scope, IndicatorFormat.Word(assessment.Cycle), reading.Figures);
        json.WriteStartArray("scores");
        foreach (var score in reading.Scores) Write(json, score, reading.RankOf(score), roster.NameIn(reading.Scope, score.Unit));
        json.WriteEndArray();
    });

    private static void Write(Utf8JsonWriter json, Score score, int? rank, Wording name)
    {
        json.WriteStartObject();
        IndicatorFormat.Write(json, "rank", rank);
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
