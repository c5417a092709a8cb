using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace OpsBoard.LoadTest;

/// <summary>Cuts a stream of events in time order into request bodies within the intake's limits.</summary>
/// <param name="limit">Events in a batch, 1 to <see cref="MostEvents"/>.</param>
internal sealed class EventBatcher(IEnumerator<ServiceEvent> events, int limit) : IDisposable
{
    public const int MostEvents = 1000;
    public const int MostBytes = 1 << 20;

    // No event is longer than this, so a body that leaves so much room never passes the limit.
    private const int LongestEvent = 4096;

    // The escaped plus sign of a time zone would be right, but three times as long and hard to read.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private bool _hasNext = events.MoveNext();

    /// <summary>When the next event happens; null at the end of the stream.</summary>
    public DateTimeOffset? Next => _hasNext ? events.Current.Time : null;

    /// <summary>The next events that have happened by <paramref name="now"/>; null if there is none.</summary>
    public EventBatch? TakeUntil(DateTimeOffset now)
    {
        if (Next is not { } first || first > now) return null;
        var body = new ArrayBufferWriter<byte>(64 * 1024);
        var taken = new List<ServiceEvent>();
        using var json = new Utf8JsonWriter(body, Options);
        json.WriteStartArray();
        while (taken.Count < limit && Next <= now && json.BytesCommitted + json.BytesPending < MostBytes - LongestEvent) taken.Add(Write(json));
        json.WriteEndArray();
        json.Flush();
        return new(taken, body.WrittenMemory);
    }

    public void Dispose() => events.Dispose();

    private ServiceEvent Write(Utf8JsonWriter json)
    {
        var told = events.Current;
        EventWriter.Write(json, told);
        _hasNext = events.MoveNext();
        return told;
    }
}
