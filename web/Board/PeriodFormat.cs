using System.Text.Json;
using OpsBoard.Counting;
using OpsBoard.Units;
using OpsBoard.Web.Indicators;

namespace OpsBoard.Web.Board;

/// <summary>The sums of a span of days as JSON, shaped like a snapshot; gauges and freshness are those of now.</summary>
internal static class PeriodFormat
{
    public static ReadOnlyMemory<byte> Write(Frame frame, PeriodSums sums, ScopeFigures figures, string period, Roster roster, IndicatorBodies indicators, BuildIdentity build, DateTimeOffset now) => JsonBody.Write(json =>
    {
        var gauges = frame.Board.Children.Prepend(frame.Board.Own).ToDictionary(static row => row.Unit, static row => row.Gauges);
        json.WriteString("kind", SnapshotFormat.KindOf(frame.Scope));
        json.WriteString("unit", frame.Scope.ToString());
        SnapshotFormat.WriteName(json, roster.NameOf(frame.Scope));
        json.WriteString("period", period);
        json.WriteString("firstDay", sums.First.ToString());
        json.WriteString("lastDay", sums.Last.ToString());
        json.WriteString("businessDay", BusinessDay.Of(now).ToString());
        json.WriteString("asOf", JsonBody.Stamp(sums.AsOf));
        json.WriteString("build", build.Id);
        json.WriteStartObject("revisions");
        json.WriteNumber("entered", sums.Revised);
        json.WriteNumber("waiting", sums.Waiting);
        json.WriteEndObject();
        WriteFigures(json, sums.Own, gauges[frame.Scope], now, isChild: false);
        indicators.WriteOwn(json, figures.Own, IndicatorBodies.PeriodOf(period));
        TallyFormat.WriteDurations(json, "waits", sums.Own.Waits);
        TallyFormat.WriteDurations(json, "handling", sums.Own.Handling);
        json.WriteStartArray("children");
        foreach (var ((unit, tally), child) in sums.Children.Zip(figures.Children))
        {
            json.WriteStartObject();
            json.WriteString("unit", unit.ToString());
            SnapshotFormat.WriteName(json, roster.NameOf(unit));
            WriteFigures(json, tally, gauges.GetValueOrDefault(unit), now, isChild: true);
            indicators.WriteChild(json, child, IndicatorBodies.PeriodOf(period));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static void WriteFigures(Utf8JsonWriter json, Tally tally, Gauges gauges, DateTimeOffset now, bool isChild)
    {
        TallyFormat.WriteGauges(json, gauges, now.ToUnixTimeMilliseconds(), isChild);
        TallyFormat.WriteCounts(json, tally, isChild);
    }
}
