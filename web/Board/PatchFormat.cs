using OpsBoard.Units;

namespace OpsBoard.Web.Board;

/// <summary>The way from one frame to the next as JSON: figures whose text, state or level changed, and units that reported anew.</summary>
internal static class PatchFormat
{
    public static ReadOnlyMemory<byte> Write(FrameDraft frame, Frame previous) => JsonBody.Write(json =>
    {
        json.WriteString("kind", "patch");
        json.WriteString("epoch", frame.Epoch);
        json.WriteNumber("baseVersion", previous.Version);
        json.WriteNumber("version", frame.Version);
        json.WriteString("asOf", JsonBody.Stamp(frame.AsOf));
        json.WriteString("businessDay", frame.Board.Day.ToString());
        JsonBody.WriteShown(json, frame.Shown.Where(pair => !previous.Shown.TryGetValue(pair.Key, out var before) || before != pair.Value));
        json.WriteStartObject("freshness");
        foreach (var row in Renewed(frame, previous))
        {
            json.WriteStartObject(row.Unit.ToString());
            JsonBody.WriteFreshness(json, row, frame.Freshness[row.Unit], atMs: null);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    });

    private static IEnumerable<Contribution> Renewed(FrameDraft frame, Frame previous)
    {
        var before = previous.Board.Children.Append(previous.Board.Own).ToDictionary(static row => row.Unit, static row => row.LastEventMs);
        return frame.Board.Children.Prepend(frame.Board.Own).Where(row => !before.TryGetValue(row.Unit, out var last) || last != row.LastEventMs);
    }
}
