using System.Text.Json;
using OpsBoard.Board;
using OpsBoard.Counting;
using OpsBoard.Indicators;
using OpsBoard.Units;
using OpsBoard.Web.Indicators;

namespace OpsBoard.Web.Board;

/// <summary>
/// The whole board of one scope as JSON: the answer of <c>GET /api/v1/units/{path}</c> for today, and the snapshot of hub and events.
/// <c>journalVersion</c> is the sum of the journal's window versions that the figures include: what a recount is asked for.
/// </summary>
internal static class SnapshotFormat
{
    public static ReadOnlyMemory<byte> Write(FrameDraft frame, Roster roster, IndicatorBodies indicators, BuildIdentity build) => JsonBody.Write(json =>
    {
        var atMs = frame.AsOf.ToUnixTimeMilliseconds();
        var own = frame.Board.Own;
        json.WriteString("kind", KindOf(own.Unit));
        json.WriteString("unit", own.Unit.ToString());
        WriteName(json, roster.NameOf(own.Unit));
        json.WriteString("businessDay", frame.Board.Day.ToString());
        json.WriteString("asOf", JsonBody.Stamp(frame.AsOf));
        json.WriteString("epoch", frame.Epoch);
        json.WriteNumber("version", frame.Version);
        json.WriteNumber("journalVersion", frame.Board.Version);
        json.WriteString("build", build.Id);
        WriteFigures(json, own, frame.Freshness[own.Unit], atMs, isChild: false);
        indicators.WriteOwn(json, indicators.Live(own, frame.Freshness[own.Unit]), IndicatorPeriod.Today);
        TallyFormat.WriteDurations(json, "waits", own.Cell.Tally.Waits);
        TallyFormat.WriteDurations(json, "handling", own.Cell.Tally.Handling);
        TallyFormat.WriteTrend(json, own.Cell.Tally.Trend, BusinessDay.Of(atMs) > frame.Board.Day ? DayTrend.SliceCount : DayTrend.SliceOf(atMs) + 1);
        WriteChildren(json, frame, roster, indicators, atMs);
        JsonBody.WriteShown(json, frame.Shown);
    });

    public static string KindOf(UnitPath unit) => JsonNamingPolicy.CamelCase.ConvertName(unit.Kind.ToString());

    public static void WriteName(Utf8JsonWriter json, Wording name)
    {
        json.WriteStartObject("name");
        json.WriteString("zh", name.Zh);
        json.WriteString("en", name.En);
        json.WriteEndObject();
    }

    private static void WriteChildren(Utf8JsonWriter json, FrameDraft frame, Roster roster, IndicatorBodies indicators, long atMs)
    {
        json.WriteStartArray("children");
        foreach (var child in frame.Board.Children)
        {
            json.WriteStartObject();
            json.WriteString("unit", child.Unit.ToString());
            WriteName(json, roster.NameOf(child.Unit));
            json.WriteNumber("journalVersion", child.Cell.Version);
            WriteFigures(json, child, frame.Freshness[child.Unit], atMs, isChild: true);
            indicators.WriteChild(json, indicators.Live(child, frame.Freshness[child.Unit]), IndicatorPeriod.Today);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteFigures(Utf8JsonWriter json, Contribution row, FreshnessState freshness, long atMs, bool isChild)
    {
        json.WriteStartObject("freshness");
        JsonBody.WriteFreshness(json, row, freshness, atMs);
        json.WriteEndObject();
        TallyFormat.WriteGauges(json, row.Gauges, atMs, isChild);
        TallyFormat.WriteCounts(json, row.Cell.Tally, isChild);
        json.WriteNumber("windows", row.Windows);
    }
}
