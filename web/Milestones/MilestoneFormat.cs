using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using OpsBoard.Events;
using OpsBoard.Indicators.Milestones;
using OpsBoard.Units;
using OpsBoard.Web.Board;

namespace OpsBoard.Web.Milestones;

/// <summary>Milestones as JSON and as the rows of a table; the members are called as in a declaration.</summary>
internal static class MilestoneFormat
{
    public static readonly ImmutableArray<string> Header =
    [
        "unit", "id", "nameZh", "nameEn", "value", "qualifier", "document", "documentDate", "declaredBy", "note",
        "targetValue", "targetYear", "targetDocument", "declaredAt", "current",
    ];

    /// <param name="scope">Null: everywhere.</param>
    public static ReadOnlyMemory<byte> Write(UnitPath? scope, ImmutableArray<MilestoneHistory> histories) => JsonBody.Write(json =>
    {
        json.WriteString("scope", scope?.ToString());
        json.WriteStartArray("milestones");
        foreach (var history in histories) Write(json, history);
        json.WriteEndArray();
    });

    /// <summary>One row for each declaration, in the order of the histories, the current one before those that it replaced.</summary>
    public static IEnumerable<IReadOnlyList<string?>> Rows(ImmutableArray<MilestoneHistory> histories) =>
        histories.SelectMany(static history => history.Former.Select(static former => Row(former, isCurrent: false)).Prepend(Row(history.Current, isCurrent: true)));

    private static void Write(Utf8JsonWriter json, MilestoneHistory history)
    {
        json.WriteStartObject();
        json.WriteString("unit", history.Unit.ToString());
        json.WriteString("id", history.Id);
        json.WritePropertyName("current");
        Write(json, history.Current);
        json.WriteStartArray("history");
        foreach (var former in history.Former) Write(json, former);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, DeclaredMilestone declared)
    {
        var milestone = declared.Milestone;
        json.WriteStartObject();
        json.WriteNumber("value", milestone.Value);
        json.WriteString("qualifier", MilestoneQualifiers.WordOf(milestone.Qualifier));
        json.WriteString("document", milestone.Document);
        json.WriteString("documentDate", Written(milestone.DocumentDate));
        json.WriteString("declaredBy", milestone.DeclaredBy);
        if (milestone.Name is { } name) SnapshotFormat.WriteName(json, name);
        if (milestone.Note is { } note) json.WriteString("note", note);
        if (milestone.Target is { } target) Write(json, target);
        json.WriteString("declaredAt", Rfc3339.Write(declared.DeclaredMs));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, MilestoneTarget target)
    {
        json.WriteStartObject("target");
        if (target.Value is { } value) json.WriteNumber("value", value);
        else json.WriteString("value", "all");
        json.WriteNumber("year", target.Year);
        json.WriteString("document", target.Document);
        json.WriteEndObject();
    }

    private static IReadOnlyList<string?> Row(DeclaredMilestone declared, bool isCurrent)
    {
        var (milestone, target) = (declared.Milestone, declared.Milestone.Target);
        return
        [
            milestone.Unit.ToString(), milestone.Id, milestone.Name?.Zh, milestone.Name?.En, Written(milestone.Value), MilestoneQualifiers.WordOf(milestone.Qualifier),
            milestone.Document, Written(milestone.DocumentDate), milestone.DeclaredBy, milestone.Note,
            target is null ? null : target.Value is { } value ? Written(value) : "all", target is null ? null : Written(target.Year), target?.Document,
            Rfc3339.Write(declared.DeclaredMs), isCurrent ? "true" : "false",
        ];
    }

    private static string Written(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
