using System.Text.Json;

namespace OpsBoard.Web.Supervision;

/// <summary>An entry as somebody types it: the fields of the form, by the names of the members.</summary>
/// <param name="texts">What stands in the fields; one that is not there is empty.</param>
public sealed class TaskDraft(IReadOnlyDictionary<string, string> texts)
{
    /// <summary>In the order of the form; of supports several paths are separated by spaces.</summary>
    public static readonly IReadOnlyList<string> Fields = ["ledger", "task", "kind", "title", "lead", "supports", "officer", "goal", "due", "standard", "document", "origin"];

    private static readonly string[] Texts = ["kind", "title", "officer", "goal", "due", "standard", "document", "origin"];

    public string this[string field] => texts.GetValueOrDefault(field, "");

    public static TaskDraft Of(IFormCollection form) => new(Fields.ToDictionary(static field => field, field => form[field].ToString().Trim(), StringComparer.Ordinal));

    /// <summary>As it travels: an empty field is not said.</summary>
    public byte[] ToJson()
    {
        using var buffer = new MemoryStream();
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        foreach (var field in Texts) Write(json, field, this[field]);
        var leads = Paths("lead");
        if (leads.Length > 1) Write(json, "lead", leads);
        else Write(json, "lead", this["lead"]);
        Write(json, "supports", Paths("supports"));
        json.WriteEndObject();
        json.Flush();
        return buffer.ToArray();
    }

    private string[] Paths(string field) => this[field].Split([' ', ';', '；', '、', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static void Write(Utf8JsonWriter json, string name, string text)
    {
        if (text.Length > 0) json.WriteString(name, text);
    }

    private static void Write(Utf8JsonWriter json, string name, string[] texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
