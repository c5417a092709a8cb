using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using OpsBoard.Events;
using OpsBoard.Units;

namespace OpsBoard.Web.Tests.OpenApi;

/// <summary>
/// Holds values to the part of JSON Schema that the document uses; a keyword beyond it is a fault of the document. Stricter than the standard in
/// one thing: what lists its properties and says nothing of others has no others, so a member that nobody described is found.
/// </summary>
internal sealed class JsonSchema(JsonNode document)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <returns>What is wrong, each with the place in the value; empty when all is well.</returns>
    public IEnumerable<string> Faults(JsonNode? schema, JsonNode? value, string at = "$") =>
        schema!.AsObject().SelectMany(keyword => FaultsOf(keyword.Key, keyword.Value!, schema.AsObject(), value, at));

    private IEnumerable<string> FaultsOf(string keyword, JsonNode said, JsonObject schema, JsonNode? value, string at) => keyword switch
    {
        "description" or "title" or "default" or "example" => [],
        "$ref" => Faults(Resolve((string)said!), value, at),
        "type" => Unless(TypesOf(said).Any(type => Is(type, value)), $"{at} is no {said.ToJsonString()}"),
        "enum" => Unless(said.AsArray().Any(each => JsonNode.DeepEquals(each, value)), $"{at} is none of {said.ToJsonString()}"),
        "const" => Unless(JsonNode.DeepEquals(said, value), $"{at} is not {said.ToJsonString()}"),
        "oneOf" => Unless(said.AsArray().Count(each => !Faults(each, value, at).Any()) == 1, $"{at} is not of exactly one of its forms: {string.Join(" / ", said.AsArray().Select(each => Faults(each, value, at).FirstOrDefault()))}"),
        "required" when value is JsonObject known => said.AsArray().Where(name => !known.ContainsKey((string)name!)).Select(name => $"{at}.{name} is missing"),
        "properties" when value is JsonObject known => known.SelectMany(member => said[member.Key] is { } each ? Faults(each, member.Value, $"{at}.{member.Key}") : Unless(schema.ContainsKey("additionalProperties"), $"{at}.{member.Key} is not described")),
        "additionalProperties" when value is JsonObject known && said is JsonObject => known.Where(member => schema["properties"]?[member.Key] is null).SelectMany(member => Faults(said, member.Value, $"{at}.{member.Key}")),
        "items" when value is JsonArray list => list.SelectMany((each, index) => Faults(said, each, $"{at}[{index}]")),
        "minItems" when value is JsonArray list => Unless(list.Count >= (int)said, $"{at} has less than {said} elements"),
        "maxItems" when value is JsonArray list => Unless(list.Count <= (int)said, $"{at} has more than {said} elements"),
        "minimum" when Is("number", value) => Unless((decimal)value! >= (decimal)said, $"{at} is below {said}"),
        "maximum" when Is("number", value) => Unless((decimal)value! <= (decimal)said, $"{at} is above {said}"),
        "minLength" when Is("string", value) => Unless(((string)value!).Length >= (int)said, $"{at} is too short"),
        "maxLength" when Is("string", value) => Unless(((string)value!).Length <= (int)said, $"{at} is too long"),
        "pattern" when Is("string", value) => Unless(Regex.IsMatch((string)value!, (string)said!, RegexOptions.ECMAScript, Patience), $"{at} is not of the form {said}"),
        "format" when Is("string", value) => Unless(IsOfFormat((string)said!, (string)value!), $"{at} is no {said}"),
        "required" or "properties" or "additionalProperties" or "items" or "minItems" or "maxItems" or "minimum" or "maximum" or "minLength" or "maxLength" or "pattern" or "format" => [],
        _ => [$"the keyword {keyword} at {at} is held to nothing"],
    };

    /// <summary>What a reference such as <c>#/components/schemas/Unit</c> stands for.</summary>
    public JsonNode Resolve(string reference) =>
        reference.Split('/')[1..].Aggregate(document, (node, name) => node[name] ?? throw new InvalidOperationException($"{reference} leads nowhere."));

    private static IEnumerable<string> Unless(bool isWell, string fault) => isWell ? [] : [fault];

    private static IEnumerable<string> TypesOf(JsonNode said) => said is JsonArray several ? several.Select(static type => (string)type!) : [(string)said!];

    private static bool Is(string type, JsonNode? value) => (type, value?.GetValueKind() ?? JsonValueKind.Null) switch
    {
        ("null", JsonValueKind.Null) or ("string", JsonValueKind.String) or ("array", JsonValueKind.Array) or ("object", JsonValueKind.Object) or ("number", JsonValueKind.Number) => true,
        ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
        ("integer", JsonValueKind.Number) => decimal.IsInteger((decimal)value!),
        _ => false,
    };

    private static bool IsOfFormat(string format, string text) => format switch
    {
        "date-time" => Rfc3339.Read(Encoding.UTF8.GetBytes(text), out _) == Rfc3339Fault.None,
        "date" => BusinessDay.TryParse(text, out _),
        _ => false,
    };
}
