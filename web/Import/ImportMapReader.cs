using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using OpsBoard.Events;

namespace OpsBoard.Web.Import;

/// <summary>
/// Reads a map: <c>{"source", "timeFormat", "utcOffset"?, "case"?, "events":[{"type", "id", "subject", "time", "when"?, "notBefore"?, "data":{}}]}</c>.
/// <c>id</c> and <c>subject</c> are templates with <c>{column}</c>; <c>time</c>, <c>when</c>, <c>notBefore</c> and <c>case</c> are columns.
/// A member of <c>data</c> is a constant or <c>{"column", "values"?:{}, "as"?:"text|number|flag|time"}</c>. Unknown members are refused, because a
/// misspelt one would silently change what is imported.
/// </summary>
internal static class ImportMapReader
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        AllowTrailingCommas = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        ReadCommentHandling = JsonCommentHandling.Skip,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <exception cref="ImportException">The map is broken; the message names the file and the member.</exception>
    public static ImportMap Read(string json, string file)
    {
        try
        {
            var draft = JsonSerializer.Deserialize<MapDraft>(json, Options) ?? throw Broken(file, "source", "is missing");
            return new ImportMap(file, Said(draft.Source, file, "source"), TimesOf(draft, file), draft.Case, EventsOf(draft, file));
        }
        catch (JsonException fault)
        {
            throw Broken(file, fault.Path is { Length: > 2 } path ? path[2..] : "the map", $"cannot be read (line {fault.LineNumber + 1})");
        }
    }

    private static FileTime TimesOf(MapDraft draft, string file)
    {
        var format = Said(draft.TimeFormat, file, "timeFormat");
        var hasOffset = format.Contains('z', StringComparison.Ordinal) || format.Contains('K', StringComparison.Ordinal);
        if (hasOffset == draft.UtcOffset is not null) throw Broken(file, "utcOffset", "is needed exactly when timeFormat has no offset (zzz)");
        return new FileTime(format, draft.UtcOffset is { } text ? OffsetOf(text, file) : null);
    }

    private static TimeSpan OffsetOf(string text, string file) => Rfc3339.Read(System.Text.Encoding.UTF8.GetBytes($"1970-01-02T00:00:00{text}"), out var unixMs) == Rfc3339Fault.None
        ? TimeSpan.FromDays(1) - TimeSpan.FromMilliseconds(unixMs)
        : throw Broken(file, "utcOffset", "must be an offset such as +08:00");

    private static ImmutableArray<EventTemplate> EventsOf(MapDraft draft, string file) => draft.Events is { Count: > 0 } events
        ? [.. events.Select((template, index) => EventOf(template, file, $"events[{index}]"))]
        : throw Broken(file, "events", "must name at least one event");

    private static EventTemplate EventOf(EventDraft draft, string file, string member)
    {
        var type = Said(draft.Type, file, member + ".type");
        if (!EventKinds.TryParseType(type, out _)) throw Broken(file, member + ".type", "is not one of the known types");
        return new EventTemplate(
            type,
            TemplateOf(draft.Id, file, member + ".id"),
            TemplateOf(draft.Subject, file, member + ".subject"),
            Said(draft.Time, file, member + ".time"),
            draft.When,
            draft.NotBefore,
            [.. (draft.Data ?? []).Select(pair => MemberOf(pair.Key, pair.Value, file, $"{member}.data.{pair.Key}"))]);
    }

    private static Template TemplateOf(string? text, string file, string member) =>
        Template.Parse(Said(text, file, member)) ?? throw Broken(file, member, "has a brace without its partner");

    private static MappedMember MemberOf(string name, JsonElement json, string file, string member)
    {
        if (json.ValueKind != JsonValueKind.Object) return new MappedMember(name, json, null, null, ColumnForm.Text);
        var draft = ColumnOf(json, file, member);
        return new MappedMember(name, default, Said(draft.Column, file, member + ".column"), draft.Values, draft.As ?? ColumnForm.Text);
    }

    private static ColumnDraft ColumnOf(JsonElement json, string file, string member)
    {
        try
        {
            return json.Deserialize<ColumnDraft>(Options)!;
        }
        catch (JsonException)
        {
            throw Broken(file, member, "must be a constant, or an object with column, values and as (text, number, flag or time)");
        }
    }

    private static string Said(string? text, string file, string member) =>
        string.IsNullOrEmpty(text) ? throw Broken(file, member, "is missing") : text;

    private static ImportException Broken(string file, string member, string fault) => new($"{file}: {member} {fault}.");

    private sealed record MapDraft(string? Source, string? TimeFormat, string? UtcOffset, string? Case, List<EventDraft>? Events);

    private sealed record EventDraft(string? Type, string? Id, string? Subject, string? Time, string? When, string? NotBefore, Dictionary<string, JsonElement>? Data);

    private sealed record ColumnDraft(string? Column, Dictionary<string, JsonElement>? Values, ColumnForm? As);
}
