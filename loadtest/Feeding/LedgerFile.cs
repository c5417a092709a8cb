using System.Text.Encodings.Web;
using System.Text.Json;

namespace OpsBoard.LoadTest;

/// <summary>The ledger event by event, one JSON object a line: what a recount that trusts nobody starts from.</summary>
internal sealed class LedgerFile : IDisposable
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly Stream _stream;
    private readonly Utf8JsonWriter _json;

    /// <summary>Closes the stream when it is disposed.</summary>
    public LedgerFile(Stream stream)
    {
        _stream = stream;
        _json = new Utf8JsonWriter(stream, Options);
    }

    public void Write(EventBatch batch, Answer answer)
    {
        foreach (var (told, fate) in batch.Events.Zip(answer.Fates)) Write(told, fate);
        _stream.Flush();
    }

    public void Dispose()
    {
        _json.Dispose();
        _stream.Dispose();
    }

    private void Write(ServiceEvent told, Fate fate)
    {
        _json.WriteStartObject();
        _json.WriteString("source", told.Source);
        _json.WriteString("id", told.Id);
        _json.WriteString("type", EventWriter.Word(told.Type));
        _json.WriteString("subject", told.Subject);
        _json.WriteString("time", told.Time);
        _json.WriteString("status", Word(fate));
        _json.WriteEndObject();
        _json.Flush();
        _stream.WriteByte((byte)'\n');
        _json.Reset(_stream);
    }

    private static string Word(Fate fate) => fate switch
    {
        Fate.Accepted => "accepted",
        Fate.Duplicate => "duplicate",
        Fate.Conflict => "conflict",
        Fate.Rejected => "rejected",
        _ => "unknown",
    };
}
