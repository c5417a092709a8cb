using System.Text;
using System.Text.Json.Nodes;

namespace OpsBoard.Testing;

/// <summary>A valid item as a source sends it; a test names only the members that matter, in JSON, and null leaves one out.</summary>
internal static class SomeItem
{
    public const string AcceptedCase = "opsboard.case.accepted";

    public static byte[] Bytes(params (string Member, string? Json)[] members) => Encoding.UTF8.GetBytes(Json(members));

    public static string Json(params (string Member, string? Json)[] members)
    {
        var item = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["specversion"] = "\"1.0\"",
            ["id"] = "\"e-1\"",
            ["source"] = "\"urn:hall:jiyang\"",
            ["type"] = $"\"{AcceptedCase}\"",
            ["subject"] = "\"hainan/jiyang/housing/w03\"",
            ["time"] = "\"2026-11-20T09:59:00+08:00\"",
            ["data"] = """{"case":"c-1"}""",
        };
        foreach (var (member, json) in members) item[member] = json;
        return $"{{{string.Join(',', item.Where(static pair => pair.Value is not null).Select(static pair => $"\"{pair.Key}\":{pair.Value}"))}}}";
    }

    public static string Batch(params string[] items) => $"[{string.Join(',', items)}]";

    /// <summary>A text as JSON, with everything beyond ASCII escaped.</summary>
    public static string Quoted(string text) => JsonValue.Create(text).ToJsonString();
}
