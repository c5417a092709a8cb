using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace OpsBoard.Events;

/// <summary>
/// Facts as the journal keeps them: UTF-8 JSON without white space, only what was said, members in one fixed order;
/// the same facts are always the same bytes. A due time is <c>dueAtMs</c>, a number of unix milliseconds.
/// </summary>
public static class FactsJson
{
    // Chinese text stays as it is; the bytes are never put into a page.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static byte[] Write(Facts facts)
    {
        var buffer = new ArrayBufferWriter<byte>(128);
        using var writer = new Utf8JsonWriter(buffer, Options);
        WriteObject(writer, facts);
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Reads what <see cref="Write"/> wrote. Members that a later program may have added are left alone.</summary>
    /// <exception cref="JsonException">The bytes were not written by <see cref="Write"/>.</exception>
    public static Facts Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        return ReadObject(ref reader);
    }

    private static void WriteObject(Utf8JsonWriter writer, Facts facts)
    {
        writer.WriteStartObject();
        foreach (var member in FactsMembers.Stored)
        {
            if (member.Get(facts) is { } value) WriteMember(writer, member, value);
        }

        if (facts.Data is { } corrected)
        {
            writer.WritePropertyName("data"u8);
            WriteObject(writer, corrected);
        }

        writer.WriteEndObject();
    }

    private static void WriteMember(Utf8JsonWriter writer, FactsMember member, FactsValue value)
    {
        writer.WritePropertyName(member.StoredName);
        if (value.Text is { } text) writer.WriteStringValue(text);
        else if (member.Shape == FactsShape.Flag) writer.WriteBooleanValue(value.Flag);
        else if (member.Shape == FactsShape.Channel) writer.WriteStringValue(Channels.NameOf((Channel)value.Number));
        else writer.WriteNumberValue(value.Number);
    }

    private static Facts ReadObject(ref Utf8JsonReader reader)
    {
        var draft = default(FactsDraft);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isData = reader.ValueTextEquals("data"u8);
            var member = isData ? null : MemberOf(ref reader);
            reader.Read();
            if (isData) draft.Data = ReadObject(ref reader);
            else if (member is null) reader.Skip();
            else member.Set(ref draft, ValueOf(member, ref reader));
        }

        return draft.ToFacts();
    }

    private static FactsMember? MemberOf(ref Utf8JsonReader reader)
    {
        foreach (var member in FactsMembers.Stored)
        {
            if (reader.ValueTextEquals(member.StoredName)) return member;
        }

        return null;
    }

    private static FactsValue ValueOf(FactsMember member, ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.True => new FactsValue(null, 1),
        JsonTokenType.False => default,
        JsonTokenType.Number => new FactsValue(null, reader.GetInt64()),
        JsonTokenType.String when member.Shape == FactsShape.Channel && Channels.TryParse(reader.GetString(), out var channel) => new FactsValue(null, (long)channel),
        JsonTokenType.String when member.Shape is FactsShape.Text or FactsShape.SubjectId => new FactsValue(reader.GetString(), 0),
        _ => throw new JsonException($"The stored member {member.Name} cannot be read."),
    };
}
