using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using OpsBoard.Board;
using OpsBoard.Events;
using OpsBoard.Units;

namespace OpsBoard.Web.Board;

/// <summary>The parts that snapshot, patch and tick have in common.</summary>
internal static class JsonBody
{
    // Bodies travel as application/json with nosniff, never inside HTML, so Chinese stays readable and short.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> content)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            content(json);
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    public static string Stamp(DateTimeOffset instant) => Rfc3339.Write(instant.ToUnixTimeMilliseconds());

    public static void WriteShown(Utf8JsonWriter json, IEnumerable<KeyValuePair<string, Shown>> shown)
    {
        json.WriteStartObject("shown");
        foreach (var (key, figure) in shown)
        {
            json.WriteStartObject(key);
            WriteText(json, figure);
            json.WriteString("s", figure.State);
            if (figure.Level is { } level) json.WriteString("l", level);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    public static void WriteFreshness(Utf8JsonWriter json, Contribution row, FreshnessState state, long? atMs)
    {
        json.WriteString("state", JsonNamingPolicy.CamelCase.ConvertName(state.ToString()));
        if (row.HeardMs is not { } last)
        {
            json.WriteNull("lastEventAt");
            if (atMs is not null) json.WriteNull("ageSeconds");
            return;
        }

        json.WriteString("lastEventAt", Rfc3339.Write(last));
        if (atMs is { } now) json.WriteNumber("ageSeconds", Math.Max(0, (now - last) / 1000));
    }

    private static void WriteText(Utf8JsonWriter json, Shown figure)
    {
        if (figure.Zh == figure.En)
        {
            json.WriteString("t", figure.Zh);
            return;
        }

        json.WriteStartArray("t");
        json.WriteStringValue(figure.Zh);
        json.WriteStringValue(figure.En);
        json.WriteEndArray();
    }
}
