using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace OpsBoard.Configuration;

/// <summary>Says in the words of the file, not of the program, why a value does not have the shape it should have.</summary>
internal static class ConfigurationShape
{
    private static readonly Dictionary<Type, string> Words = new()
    {
        [typeof(int)] = "a whole number",
        [typeof(long)] = "a whole number",
        [typeof(decimal)] = "a number",
        [typeof(bool)] = "true or false",
        [typeof(string)] = "a text in double quotes",
        [typeof(DateOnly)] = "a date such as \"2026-10-01\"",
        [typeof(TimeOnly)] = "a time such as \"08:30\"",
    };

    public static string Syntax(JsonException fault) => $"this is not JSON: {fault.Message.Split(" LineNumber:")[0]}";

    public static string Reason(JsonException fault, JsonTypeInfo expected)
    {
        var path = (fault.Path ?? "$").TrimStart('$').TrimStart('.');
        if (path.Length == 0) return $"{Kind(expected)} is expected here.";
        var (holder, found) = Follow(expected, path);
        return found is null
            ? $"\"{path}\" is not known; known are {string.Join(", ", holder.Properties.Select(static property => property.Name))}."
            : $"\"{path}\" is {Kind(found)}, and given once.";
    }

    /// <summary>What stands at the path, and what holds it.</summary>
    private static (JsonTypeInfo Holder, JsonTypeInfo? Found) Follow(JsonTypeInfo expected, string path)
    {
        var (holder, found) = (expected, (JsonTypeInfo?)expected);
        foreach (var step in path.Replace("[", ".[", StringComparison.Ordinal).Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            if (found is null) break;
            holder = found;
            found = TypeOf(step, holder) is { } type ? holder.Options.GetTypeInfo(type) : null;
        }

        return (holder, found);
    }

    private static Type? TypeOf(string step, JsonTypeInfo holder) => step[0] == '['
        ? holder.ElementType
        : holder.Properties.FirstOrDefault(property => string.Equals(property.Name, step, StringComparison.OrdinalIgnoreCase))?.PropertyType;

    private static string Kind(JsonTypeInfo expected)
    {
        var type = Nullable.GetUnderlyingType(expected.Type) ?? expected.Type;
        return Words.GetValueOrDefault(type) ?? (expected.Kind == JsonTypeInfoKind.Enumerable ? "a list [...]" : "an object {...}");
    }
}
