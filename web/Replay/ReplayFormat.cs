using System.Text.Json;
using OpsBoard.Board;
using OpsBoard.Counting;
using OpsBoard.Units;
using OpsBoard.Web.Board;
using OpsBoard.Web.Screens.Replay;

namespace OpsBoard.Web.Replay;

/// <summary>
/// A replayed frame as JSON: what a snapshot says of texts and freshness, and <c>"replay":true</c>. Without indicators and item
/// catalogue, which a wall does not show.
/// </summary>
internal static class ReplayFormat
{
    public static ReadOnlyMemory<byte> Write(ReplayFrame replay, ReplayTexts texts, Printed printed, Roster roster) => JsonBody.Write(json =>
    {
        var board = replay.Frame.Board;
        json.WriteString("kind", SnapshotFormat.KindOf(board.Unit));
        json.WriteString("unit", board.Unit.ToString());
        SnapshotFormat.WriteName(json, roster.NameOf(board.Unit));
        json.WriteString("businessDay", board.Day.ToString());
        json.WriteString("asOf", Stamp(replay.AtMs));
        json.WriteBoolean("replay", true);
        json.WriteString("epoch", replay.Frame.Epoch);
        json.WriteNumber("version", replay.Frame.Version);
        json.WriteNumber("journalVersion", board.Version);
        json.WriteNumber("behind", replay.Behind);
        json.WriteString("asked", Stamp(replay.AskedMs));
        json.WriteString("first", Stamp(replay.FirstMs));
        json.WriteString("last", Stamp(replay.LastMs));
        json.WriteString("next", replay.NextMs is { } next ? Stamp(next) : null);
        WriteRow(json, board.Own, printed, replay.AtMs);
        json.WriteStartArray("children");
        foreach (var child in printed.ChildrenOf(board))
        {
            json.WriteStartObject();
            json.WriteString("unit", child.Unit.ToString());
            SnapshotFormat.WriteName(json, roster.NameOf(child.Unit));
            json.WriteNumber("journalVersion", child.Cell.Version);
            WriteRow(json, child, printed, replay.AtMs);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteLater(json, replay, texts);
        JsonBody.WriteShown(json, replay.Frame.Shown);
    });

    private static string Stamp(long atMs) => JsonBody.Stamp(DateTimeOffset.FromUnixTimeMilliseconds(atMs));

    private static void WriteRow(Utf8JsonWriter json, Contribution row, Printed printed, long atMs)
    {
        json.WriteStartObject("freshness");
        JsonBody.WriteFreshness(json, row, printed.FreshnessOf(row, atMs), atMs);
        json.WriteEndObject();
        json.WriteStartObject("counts");
        json.WriteNumber("accepted", row.Cell.Tally[Counter.Accepted]);
        json.WriteNumber("completed", row.Cell.Tally[Counter.Completed]);
        json.WriteNumber("withdrawn", row.Cell.Tally[Counter.Withdrawn]);
        json.WriteEndObject();
    }

    private static void WriteLater(Utf8JsonWriter json, ReplayFrame replay, ReplayTexts texts)
    {
        json.WriteStartObject("later");
        json.WriteNumber("corrections", replay.Later.Corrections);
        json.WriteNumber("late", replay.Later.Late);
        json.WriteNumber("onTheWay", replay.Later.OnTheWay);
        json.WriteStartArray("rows");
        foreach (var row in texts.Rows)
        {
            json.WriteStartArray();
            foreach (var cell in row) json.WriteStringValue(cell);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartObject("texts");
        json.WriteString("banner", texts.Banner);
        json.WriteString("nearest", texts.Nearest);
        json.WriteString("later", texts.Later);
        json.WriteEndObject();
    }
}
