using System.Text.Json;
using OpsBoard.Events;

namespace OpsBoard.Supervision.Surveys;

/// <summary>What a survey found, as members of an object that is open.</summary>
public static class SurveyJson
{
    private const int Whole = 10_000;

    internal static readonly string[] Members = ["kind", "title", "measure", "value", "sample", "institution"];

    public static void Write(Utf8JsonWriter json, SurveyResult survey)
    {
        json.WriteString("kind", SurveyKinds.WordOf(survey.Kind));
        json.WriteString("title", survey.Title);
        json.WriteString("measure", SurveyMeasures.WordOf(survey.Measure));
        json.WriteNumber("value", survey.Value);
        json.WriteNumber("sample", survey.Sample);
        json.WriteString("institution", survey.Institution);
    }

    internal static SurveyResult Read(ItemMembers members) => new(
        members.OneOf("kind", SurveyKinds.Parse, SurveyKinds.Words) ?? throw Missing("kind", SurveyKinds.Words),
        members.Text("title"),
        members.OneOf("measure", SurveyMeasures.Parse, SurveyMeasures.Words) ?? throw Missing("measure", SurveyMeasures.Words),
        HundredthsIn(members),
        members.Whole("sample") is > 0 and var sample ? sample : throw new ItemFaultException(Reasons.InvalidMember, "sample must be the number of answers, 1 or more."),
        members.Text("institution"));

    // Neither rounded nor cut: a third decimal is refused.
    private static int HundredthsIn(ItemMembers members)
    {
        const string remedy = "a number from 0 to 100 with at most two decimals, such as 93.6";
        if (members.Raw("value") is not { } json) throw Missing("value", remedy);
        var isNumber = json.ValueKind == JsonValueKind.Number && json.TryGetDecimal(out var value) && value is >= 0 and <= 100 && value * 100 == Math.Truncate(value * 100);
        return isNumber ? (int)(json.GetDecimal() * 100) : throw new ItemFaultException(Reasons.InvalidMember, $"value must be {remedy}.");
    }

    private static ItemFaultException Missing(string name, string remedy) => new(Reasons.MissingMember, $"{name} is missing: it must be {remedy}.");
}
