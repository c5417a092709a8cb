using System.Globalization;
using System.Text.Json;
using OpsBoard.Supervision;

namespace OpsBoard.Web.Supervision;

/// <summary>
/// The plan of an entry as texts by the names of <see cref="LedgerColumns"/>: what stands in the row of a table, and in the fields of a form. Lists are separated by
/// <c>;</c>, steps are <c>2026-W10 text</c>, one a line or separated by <c>;</c>.
/// </summary>
internal static class PlanFields
{
    public static readonly IReadOnlyList<string> All =
        ["kind", "title", "lead", "supports", "officer", "goal", "due", "standard", "steps", "difficulty", "difficultyOwner", "difficultyVersion", "quantity", "byMonth", "document", "origin"];

    private static readonly string[] Texts = ["title", "officer", "goal", "due", "standard", "document", "origin", "note"];

    private static readonly char[] Separators = [';', '；', '、', ' ', '\n', '\r'];

    private static readonly char[] StepSeparators = [';', '\n', '\r'];

    /// <summary>Every field, empty where the plan says nothing of it.</summary>
    public static Dictionary<string, string> Of(TaskPlan plan) => new(StringComparer.Ordinal)
    {
        ["kind"] = TaskKinds.WordOf(plan.Kind),
        ["title"] = plan.Title,
        ["lead"] = $"{plan.Lead}",
        ["supports"] = string.Join(';', plan.Supports),
        ["officer"] = plan.Officer,
        ["goal"] = plan.Goal,
        ["due"] = $"{plan.Due}",
        ["standard"] = plan.Standard,
        ["steps"] = string.Join(';', plan.Steps.Select(static step => $"{step.Week} {step.Text.Replace(';', '；')}")),
        ["difficulty"] = plan.Difficulty is { } difficulty ? (difficulty.Thousandths / 1000m).ToString("0.0##", CultureInfo.InvariantCulture) : "",
        ["difficultyOwner"] = plan.Difficulty?.Owner ?? "",
        ["difficultyVersion"] = plan.Difficulty?.Version ?? "",
        ["quantity"] = plan.Quantity?.Target.ToString(CultureInfo.InvariantCulture) ?? "",
        ["byMonth"] = plan.Quantity is { } quantity ? string.Join(';', quantity.ByMonth) : "",
        ["document"] = plan.Document ?? "",
        ["origin"] = plan.Origin?.ToString() ?? "",
    };

    /// <summary>
    /// As it travels, with <c>note</c> where there is one, for the same reader as what the server is sent. An empty field is not said; what is no number goes on as
    /// text, so that the reader refuses it by name.
    /// </summary>
    public static byte[] Json(Func<string, string> field)
    {
        using var buffer = new MemoryStream();
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        foreach (var name in Texts) WriteText(json, name, field(name));
        WriteText(json, "kind", LedgerColumns.KindOf(field("kind")));
        var leads = Parts(field("lead"));
        if (leads.Length == 1) WriteText(json, "lead", leads[0]);
        else if (leads.Length > 1) WriteTexts(json, "lead", leads);
        WriteTexts(json, "supports", Parts(field("supports")));
        WriteSteps(json, field("steps"));
        if (field("difficulty").Length > 0) WriteDifficulty(json, field);
        if (field("quantity").Length > 0) WriteQuantity(json, field);
        json.WriteEndObject();
        json.Flush();
        return buffer.ToArray();
    }

    public static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        if (text.Length > 0) json.WriteString(name, text);
    }

    public static void WriteNumber(Utf8JsonWriter json, string name, string text)
    {
        if (text.Length == 0) return;
        json.WritePropertyName(name);
        WriteValue(json, text);
    }

    private static string[] Parts(string text) => text.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static void WriteSteps(Utf8JsonWriter json, string steps)
    {
        json.WriteStartArray("steps");
        foreach (var step in steps.Split(StepSeparators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var gap = step.IndexOf(' ', StringComparison.Ordinal);
            json.WriteStartObject();
            json.WriteString("week", gap < 0 ? step : step[..gap]);
            WriteText(json, "text", gap < 0 ? "" : step[(gap + 1)..].Trim());
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteDifficulty(Utf8JsonWriter json, Func<string, string> field)
    {
        json.WriteStartObject("difficulty");
        // Neither rounded nor cut: a fourth decimal is refused.
        var isExact = decimal.TryParse(field("difficulty"), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value < 1000 && value * 1000 == Math.Truncate(value * 1000);
        if (isExact) json.WriteNumber("thousandths", (int)(value * 1000));
        else json.WriteString("thousandths", field("difficulty"));
        WriteText(json, "owner", field("difficultyOwner"));
        WriteText(json, "version", field("difficultyVersion"));
        json.WriteEndObject();
    }

    private static void WriteQuantity(Utf8JsonWriter json, Func<string, string> field)
    {
        json.WriteStartObject("quantity");
        WriteNumber(json, "target", field("quantity"));
        json.WriteStartArray("byMonth");
        foreach (var number in Parts(field("byMonth"))) WriteValue(json, number);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static void WriteValue(Utf8JsonWriter json, string text)
    {
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) json.WriteNumberValue(number);
        else json.WriteStringValue(text);
    }
}
