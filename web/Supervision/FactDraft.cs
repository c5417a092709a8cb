using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using OpsBoard.Events;
using OpsBoard.Supervision;
using OpsBoard.Units;

namespace OpsBoard.Web.Supervision;

/// <summary>A duty or a survey as somebody types it, in a form or in the row of a table.</summary>
/// <param name="texts">By field; one that is not there is empty.</param>
public sealed class FactDraft(TaskFamily family, IReadOnlyDictionary<string, string> texts)
{
    private static readonly string[] OfDuty = ["unit", "duty", "date", "document", "note"];
    private static readonly string[] OfSurvey = ["unit", "survey", "kind", "title", "measure", "value", "sample", "institution", "date", "document", "note"];

    // As offices write them.
    private static readonly FrozenDictionary<string, string> Words = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["公众评议"] = "public",
        ["第三方评估"] = "thirdParty",
        ["比例"] = "share",
        ["得分"] = "score",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly Rejection Unnamed = new(Reasons.MissingMember, "unit and the id are missing or wrong: a unit path, and 1 to 64 lower-case ASCII letters, digits and inner hyphens.");

    public TaskFamily Family => family;

    /// <summary>The id of the duty or the survey.</summary>
    public string Name => this[TaskFamilies.WordOf(family)];

    public string this[string field] => texts.GetValueOrDefault(field, "");

    /// <summary>In the order of form and table.</summary>
    public static IReadOnlyList<string> Fields(TaskFamily family) => family == TaskFamily.Duty ? OfDuty : OfSurvey;

    public static FactDraft Of(TaskFamily family, IFormCollection form) => new(family, Fields(family).ToDictionary(static field => field, field => form[field].ToString().Trim(), StringComparer.Ordinal));

    /// <returns>The event, told by the unit itself; or the first thing that is wrong.</returns>
    public (TaskEvent? Event, Rejection? Rejection) Read(TaskAct act, string source, string id, long occurredMs, BusinessDay today)
    {
        if (!UnitPath.TryParse(this["unit"], out var unit) || unit.IsLine || !TaskId.IsId(Name)) return (null, Unnamed);
        var (facts, rejection) = TaskFactsJson.TryRead(Json(act), act);
        if (facts is null) return (null, rejection);
        var told = new TaskEvent(source, id, TaskFamilies.Of(family, unit, Name), act, OfProblem: false, unit, occurredMs, facts);
        return TaskReader.RefusalOfFact(told, today) is { } refusal ? (null, refusal) : (told, null);
    }

    private byte[] Json(TaskAct act)
    {
        using var buffer = new MemoryStream();
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        foreach (var field in Fields(act == TaskAct.Published ? TaskFamily.Survey : TaskFamily.Duty))
        {
            if (field is "unit" or "duty" or "survey" || this[field].Length == 0) continue;
            json.WritePropertyName(field);
            // What is no number goes on as text, so that the reader refuses it by name.
            if (field is "value" or "sample" && decimal.TryParse(this[field], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) json.WriteNumberValue(number);
            else json.WriteStringValue(field is "kind" or "measure" ? Words.GetValueOrDefault(this[field], this[field]) : this[field]);
        }

        json.WriteEndObject();
        json.Flush();
        return buffer.ToArray();
    }
}
