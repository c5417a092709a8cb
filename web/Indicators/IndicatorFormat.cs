using System.Collections.Immutable;
using System.Text.Json;
using OpsBoard.Indicators;
using OpsBoard.Units;
using OpsBoard.Web.Board;

namespace OpsBoard.Web.Indicators;

/// <summary>Indicators, their values and targets as members of a body.</summary>
internal static class IndicatorFormat
{
    /// <summary>
    /// <c>value</c> is cut to six decimals, for machines; null without one. <c>reason</c> stands beside notApplicable alone, <c>notes</c>
    /// where there is something to note: exceedsWhole, belowZero, calendarIncomplete.
    /// </summary>
    public static void WriteValue(Utf8JsonWriter json, IndicatorValue value)
    {
        json.WriteString("id", value.Indicator.Id);
        json.WriteNumber("numerator", value.ShownNumerator);
        if (value.Denominator is { } denominator) json.WriteNumber("denominator", denominator);
        Write(json, "value", value.Rounded);
        json.WriteString("state", Word(value.State));
        json.WriteString("status", Word(value.Status));
        if (value.Reason is { } reason) Write(json, "reason", reason);
        if (value.Remarks != Remarks.None) WriteNotes(json, value.Remarks);
    }

    public static void WriteTargets(Utf8JsonWriter json, ImmutableArray<TargetVerdict> verdicts)
    {
        json.WriteStartArray("targets");
        foreach (var verdict in verdicts)
        {
            json.WriteStartObject();
            WriteTarget(json, verdict.Target);
            json.WriteString("status", Word(verdict.Status));
            json.WriteBoolean("decides", verdict.Decides);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void WriteTarget(Utf8JsonWriter json, Target target)
    {
        json.WriteNumber("value", target.Value.Cut(6));
        json.WriteString("comparison", target.Sign);
        if (target.Year is { } year) json.WriteNumber("year", year);
        json.WriteString("document", target.Document);
        if (target.Note is { } note) Write(json, "note", note);
        if (target.Unit is { } unit) json.WriteString("unit", unit.ToString());
        if (target.InForce) json.WriteBoolean("inForce", value: true);
    }

    public static void Write(Utf8JsonWriter json, string member, Wording text)
    {
        json.WriteStartObject(member);
        json.WriteString("zh", text.Zh);
        json.WriteString("en", text.En);
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, string member, decimal? number)
    {
        if (number is { } known) json.WriteNumber(member, known);
        else json.WriteNull(member);
    }

    public static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static void WriteNotes(Utf8JsonWriter json, Remarks remarks)
    {
        json.WriteStartArray("notes");
        foreach (var remark in Enum.GetValues<Remarks>().Where(remark => remark != Remarks.None && remarks.HasFlag(remark))) json.WriteStringValue(Word(remark));
        json.WriteEndArray();
    }
}
