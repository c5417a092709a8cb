using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using OpsBoard.Supervision;
using OpsBoard.Supervision.Surveys;
using OpsBoard.Units;
using OpsBoard.Web.Board;

namespace OpsBoard.Web.Supervision.Surveys;

/// <summary>Surveys as JSON, and as the rows of a table that can be read in again.</summary>
internal static class SurveyFormat
{
    public static readonly ImmutableArray<string> Header = [.. FactDraft.Fields(TaskFamily.Survey)];

    public static ReadOnlyMemory<byte> Write(UnitPath scope, ImmutableArray<DeclaredSurvey> surveys) => JsonBody.Write(json =>
    {
        json.WriteString("scope", $"{scope}");
        json.WriteStartArray("surveys");
        foreach (var survey in surveys) Write(json, survey);
        json.WriteEndArray();
    });

    /// <summary>In the order of <see cref="Header"/>.</summary>
    public static IEnumerable<string?> Cells(DeclaredSurvey survey)
    {
        var result = survey.Result;
        return
        [
            $"{survey.Unit}", survey.Id, SurveyKinds.WordOf(result.Kind), result.Title, SurveyMeasures.WordOf(result.Measure), result.Value.ToString("0.##", CultureInfo.InvariantCulture),
            result.Sample.ToString(CultureInfo.InvariantCulture), result.Institution, $"{survey.Evidence.Day}", survey.Evidence.Document, survey.Record.Event.Facts.Note,
        ];
    }

    private static void Write(Utf8JsonWriter json, DeclaredSurvey survey)
    {
        json.WriteStartObject();
        json.WriteString("unit", $"{survey.Unit}");
        json.WriteString("survey", survey.Id);
        SurveyJson.Write(json, survey.Result);
        if (survey.Margin is { } margin)
        {
            json.WriteStartObject("interval");
            json.WriteNumber("low", SurveyMargin.Low(margin));
            json.WriteNumber("high", SurveyMargin.High(margin));
            json.WriteEndObject();
        }

        TaskFactsJson.WriteEvidence(json, survey.Evidence);
        FactFormat.WriteOrigin(json, survey.Record);
        json.WriteEndObject();
    }
}
