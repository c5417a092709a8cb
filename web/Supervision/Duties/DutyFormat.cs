using System.Collections.Immutable;
using System.Text.Json;
using OpsBoard.Supervision;
using OpsBoard.Supervision.Duties;
using OpsBoard.Units;
using OpsBoard.Web.Board;
using OpsBoard.Web.Indicators;

namespace OpsBoard.Web.Supervision.Duties;

/// <summary>Duties as JSON, and as a table with one row for each unit and period.</summary>
internal static class DutyFormat
{
    public static readonly ImmutableArray<string> Header =
        ["duty", "nameZh", "nameEn", "unit", "period", "firstDay", "lastDay", "state", "doneOn", "documents", "violationsOn", "violationDocuments", "source", "asOf"];

    public static ReadOnlyMemory<byte> Write(DutyReading reading) => JsonBody.Write(json =>
    {
        json.WriteString("scope", $"{reading.Scope}");
        json.WriteString("asOf", JsonBody.Stamp(reading.AsOf));
        json.WriteNumber("year", reading.Year);
        json.WriteStartArray("duties");
        foreach (var matrix in reading.Matrices) Write(json, matrix);
        json.WriteEndArray();
    });

    public static IEnumerable<IEnumerable<string?>> Rows(DutyReading reading) => reading.Matrices.SelectMany(matrix => matrix.Rows.SelectMany(static row => row.Cells).Select(cell => (IEnumerable<string?>)
    [
        matrix.Duty.Id, matrix.Duty.Name.Zh, matrix.Duty.Name.En, $"{cell.Unit}", $"{cell.Period}", $"{cell.First}", $"{cell.Last}", IndicatorFormat.Word(cell.State),
        Days(cell.Deeds), Documents(cell.Deeds), Days(cell.Outside), Documents(cell.Outside), matrix.Duty.Document, JsonBody.Stamp(reading.AsOf),
    ]));

    private static void Write(Utf8JsonWriter json, DutyMatrix matrix)
    {
        var duty = matrix.Duty;
        json.WriteStartObject();
        json.WriteString("duty", duty.Id);
        IndicatorFormat.Write(json, "name", duty.Name);
        json.WriteString("cycle", Cycles.WordOf(duty.Cycle));
        IndicatorFormat.Write(json, "owner", duty.Owner);
        json.WriteString("document", duty.Document);
        json.WriteString("from", $"{duty.From}");
        json.WriteNumber("noticeDays", duty.NoticeDays);
        json.WriteStartArray("units");
        foreach (var row in matrix.Rows)
        {
            json.WriteStartObject();
            json.WriteString("unit", $"{row.Unit}");
            json.WriteStartArray("cells");
            foreach (var cell in row.Cells) Write(json, cell);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, DutyCell cell)
    {
        json.WriteStartObject();
        json.WriteString("period", $"{cell.Period}");
        json.WriteString("firstDay", $"{cell.First}");
        json.WriteString("lastDay", $"{cell.Last}");
        json.WriteString("state", IndicatorFormat.Word(cell.State));
        Write(json, "deeds", cell.Deeds);
        Write(json, "violations", cell.Outside);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, ImmutableArray<DutyDeed> deeds)
    {
        json.WriteStartArray(name);
        foreach (var deed in deeds)
        {
            json.WriteStartObject();
            TaskFactsJson.WriteEvidence(json, deed.Evidence);
            FactFormat.WriteOrigin(json, deed.Record);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Days(ImmutableArray<DutyDeed> deeds) => string.Join(';', deeds.Select(static deed => deed.Day.ToString()));

    private static string Documents(ImmutableArray<DutyDeed> deeds) => string.Join(';', deeds.Select(static deed => deed.Evidence.Document));
}
