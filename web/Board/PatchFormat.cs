namespace OpsBoard.Web.Board;

/// <summary>The way from one frame to a later one as JSON.</summary>
internal static class PatchFormat
{
    public static ReadOnlyMemory<byte> Write(PatchDraft patch) => JsonBody.Write(json =>
    {
        json.WriteString("kind", "patch");
        json.WriteString("epoch", patch.To.Epoch);
        json.WriteNumber("baseVersion", patch.From.Version);
        json.WriteNumber("version", patch.To.Version);
        json.WriteString("asOf", JsonBody.Stamp(patch.To.AsOf));
        json.WriteString("businessDay", patch.To.Board.Day.ToString());
        JsonBody.WriteShown(json, patch.Shown);
        json.WriteStartObject("freshness");
        foreach (var (row, state) in patch.Renewed)
        {
            json.WriteStartObject(row.Unit.ToString());
            JsonBody.WriteFreshness(json, row, state, atMs: null);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    });
}
