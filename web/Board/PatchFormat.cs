using System.Collections.Frozen;
using OpsBoard.Board;
using OpsBoard.Units;

namespace OpsBoard.Web.Board;

/// <summary>The way from one frame to the next as JSON: figures whose text, state or level changed, and units that reported anew or are fresh otherwise.</summary>
internal static class PatchFormat
{
    public static ReadOnlyMemory<byte> Write(FrameDraft frame, Frame previous, FrozenDictionary<UnitPath, FreshnessState> before) => JsonBody.Write(json =>
    {
        json.WriteString("kind", "patch");
        json.WriteString("epoch", frame.Epoch);
        json.WriteNumber("baseVersion", previous.Version);
        json.WriteNumber("version", frame.Version);
        json.WriteString("asOf", JsonBody.Stamp(frame.AsOf));
        json.WriteString("businessDay", frame.Board.Day.ToString());
        JsonBody.WriteShown(json, frame.Shown.Where(pair => !previous.Shown.TryGetValue(pair.Key, out var before) || before != pair.Value));
        json.WriteStartObject("freshness");
        foreach (var row in Renewed(frame, previous, before))
        {
            json.WriteStartObject(row.Unit.ToString());
            JsonBody.WriteFreshness(json, row, frame.Freshness[row.Unit], atMs: null);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    });

    private static IEnumerable<Contribution> Renewed(FrameDraft frame, Frame previous, FrozenDictionary<UnitPath, FreshnessState> before)
    {
        var heard = previous.Board.Children.Append(previous.Board.Own).ToDictionary(static row => row.Unit, row => (row.HeardMs, before[row.Unit]));
        return frame.Board.Children.Prepend(frame.Board.Own)
            .Where(row => !heard.TryGetValue(row.Unit, out var last) || last != (row.HeardMs, frame.Freshness[row.Unit]));
    }
}
