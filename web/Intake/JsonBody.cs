using System.Text.Json;

namespace OpsBoard.Web.Intake;

/// <summary>Cuts a body into the bytes of its items. Only the grammar is judged here; what an item holds is its reader's business.</summary>
internal static class JsonBody
{
    // A limit of the framework would refuse the whole batch for one item that is nested too deep.
    private static readonly JsonReaderOptions Options = new() { MaxDepth = int.MaxValue };

    /// <exception cref="RequestRefusedException">400: the body is no JSON array, or an empty one; 413: it has too many items.</exception>
    public static List<ReadOnlyMemory<byte>> Items(ReadOnlyMemory<byte> body)
    {
        try
        {
            return Cut(body);
        }
        catch (JsonException fault)
        {
            throw NotJson(fault);
        }
    }

    /// <exception cref="RequestRefusedException">400: the body is no JSON object.</exception>
    public static ReadOnlyMemory<byte> OneItem(ReadOnlyMemory<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body.Span, Options);
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject) throw Malformed($"The body must be one JSON object; several events are sent as {ContentModes.BatchType}.");
            Finish(ref reader);
            return body;
        }
        catch (JsonException fault)
        {
            throw NotJson(fault);
        }
    }

    /// <summary>The items of an array, or the object that is the only one.</summary>
    /// <exception cref="RequestRefusedException">400: the body is neither; 413: it has too many items.</exception>
    public static List<ReadOnlyMemory<byte>> ItemsOrOne(ReadOnlyMemory<byte> body) =>
        body.Span.TrimStart(" \t\r\n"u8).StartsWith("{"u8) ? [OneItem(body)] : Items(body);

    public static RequestRefusedException NotJson(JsonException fault) =>
        Malformed($"The body is not JSON: see line {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1}.");

    private static List<ReadOnlyMemory<byte>> Cut(ReadOnlyMemory<byte> body)
    {
        var items = new List<ReadOnlyMemory<byte>>();
        var reader = new Utf8JsonReader(body.Span, Options);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray) throw Malformed($"The body must be a JSON array of events; a single event is sent as {ContentModes.StructuredType}.");
        while (reader.Read() && reader.CurrentDepth > 0)
        {
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            items.Add(body[start..(int)reader.BytesConsumed]);
        }

        Finish(ref reader);
        if (items.Count == 0) throw Malformed("The array is empty: send at least one event.");
        if (items.Count > IntakeLimits.MostItems) throw new RequestRefusedException(StatusCodes.Status413PayloadTooLarge, Refusals.TooManyItems, $"A request holds at most {IntakeLimits.MostItems} events: send fewer at once.");
        return items;
    }

    // Goes past the end, which throws when anything follows.
    private static void Finish(ref Utf8JsonReader reader)
    {
        while (reader.Read())
        {
        }
    }

    private static RequestRefusedException Malformed(string detail) => new(StatusCodes.Status400BadRequest, Refusals.BodyMalformed, detail);
}
