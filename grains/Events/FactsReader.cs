using System.Text;
using System.Text.Json;

namespace OpsBoard.Events;

/// <summary>
/// Reads <c>data</c>: keeps the members on the list of the kind, drops and counts all others.
/// Of several faults the one that stands first on the list is told, wherever it stands in the text.
/// </summary>
internal sealed class FactsReader(FactsList list)
{
    private const string Prefix = "data.";

    private FactsDraft _draft;
    private uint _said;
    private int _faultAt = int.MaxValue;
    private Rejection? _fault;

    /// <summary>Members that were not on the list.</summary>
    public int Dropped { get; private set; }

    public Facts Facts => _draft.ToFacts();

    /// <summary>Reads one JSON object of sound structure, or nothing at all; null when it is as it must be.</summary>
    public Rejection? Read(ReadOnlyMemory<byte> data)
    {
        if (!data.IsEmpty && !TryReadObject(data)) return new Rejection(Reasons.InvalidData, "data must be a JSON object.");
        NoteMissing();
        return _fault;
    }

    private bool TryReadObject(ReadOnlyMemory<byte> data)
    {
        var reader = new Utf8JsonReader(data.Span);
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null) return true;
        if (reader.TokenType != JsonTokenType.StartObject) return false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName) ReadMember(ref reader, data);
        return true;
    }

    private void ReadMember(ref Utf8JsonReader reader, ReadOnlyMemory<byte> data)
    {
        var position = PositionOf(ref reader);
        var isCorrected = list.HasData && reader.ValueTextEquals("data"u8);
        reader.Read();
        var start = (int)reader.TokenStartIndex;
        if (position >= 0 && reader.TokenType != JsonTokenType.Null) ReadValue(position, ref reader);
        reader.Skip();
        if (isCorrected) ReadCorrected(data[start..(int)reader.BytesConsumed]);
        else if (position < 0) Dropped++;
    }

    private int PositionOf(ref Utf8JsonReader reader)
    {
        for (var i = 0; i < list.Members.Length; i++)
        {
            if (reader.ValueTextEquals(list.Members[i].Utf8Name)) return i;
        }

        return -1;
    }

    private void ReadValue(int position, ref Utf8JsonReader reader)
    {
        var member = list.Members[position];
        _said |= 1u << position;
        if (FaultOf(member, ref reader, out var value) is { } fault) Note(position, fault);
        else member.Set(ref _draft, value);
    }

    private static Rejection? FaultOf(FactsMember member, ref Utf8JsonReader reader, out FactsValue value)
    {
        if (!TryRead(member, ref reader, out value))
            return new Rejection(Reasons.InvalidMember, $"{Prefix}{member.Name} must be {member.Remedy}.");
        if (value.Text is { } text && JsonText.HasControl(text))
            return new Rejection(Reasons.ControlCharacter, $"{Prefix}{member.Name} holds a control character: take it out.");
        if (member.Shape == FactsShape.SubjectId && PersonalData.IsIn(value.Text))
            return new Rejection(Reasons.PersonalData, $"{Prefix}{member.Name} is shaped like an identity-card or telephone number: send a number of your own system instead.");
        return null;
    }

    private static bool TryRead(FactsMember member, ref Utf8JsonReader reader, out FactsValue value)
    {
        value = default;
        return member.Shape switch
        {
            FactsShape.Whole => TryReadWhole(member, ref reader, out value),
            FactsShape.Flag => TryReadFlag(ref reader, out value),
            FactsShape.Channel => TryReadChannel(ref reader, out value),
            FactsShape.Instant => TryReadInstant(ref reader, out value),
            _ => TryReadText(ref reader, out value),
        };
    }

    private static bool TryReadText(ref Utf8JsonReader reader, out FactsValue value)
    {
        var text = reader.TokenType == JsonTokenType.String ? reader.GetString()! : "";
        value = new FactsValue(text, 0);
        return text.Length > 0 && Encoding.UTF8.GetByteCount(text) <= FactsMember.LongestText;
    }

    private static bool TryReadWhole(FactsMember member, ref Utf8JsonReader reader, out FactsValue value)
    {
        long number = 0;
        var isWhole = reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out number);
        value = new FactsValue(null, number);
        return isWhole && number >= member.Least && number <= member.Most;
    }

    private static bool TryReadFlag(ref Utf8JsonReader reader, out FactsValue value)
    {
        value = new FactsValue(null, reader.TokenType == JsonTokenType.True ? 1 : 0);
        return reader.TokenType is JsonTokenType.True or JsonTokenType.False;
    }

    private static bool TryReadChannel(ref Utf8JsonReader reader, out FactsValue value)
    {
        Channel channel = default;
        var isKnown = reader.TokenType == JsonTokenType.String && Channels.TryParse(reader.GetString(), out channel);
        value = new FactsValue(null, (long)channel);
        return isKnown;
    }

    private static bool TryReadInstant(ref Utf8JsonReader reader, out FactsValue value)
    {
        value = default;
        if (reader.TokenType != JsonTokenType.String) return false;
        var text = reader.ValueIsEscaped ? Encoding.UTF8.GetBytes(reader.GetString()!) : reader.ValueSpan;
        var isTime = Rfc3339.Read(text, out var unixMs) == Rfc3339Fault.None && unixMs >= Rfc3339.EarliestMs;
        value = new FactsValue(null, unixMs);
        return isTime;
    }

    private void ReadCorrected(ReadOnlyMemory<byte> data)
    {
        if (data.Span.SequenceEqual("null"u8)) return;
        var corrected = new FactsReader(FactsMembers.Corrected);
        var fault = corrected.Read(data);
        Dropped += corrected.Dropped;
        if (fault is not null) Note(list.Members.Length, fault with { Detail = Prefix + fault.Detail });
        else _draft.Data = corrected.Facts;
    }

    private void NoteMissing()
    {
        for (var i = list.Required - 1; i >= 0; i--)
        {
            if ((_said & (1u << i)) != 0) continue;
            Note(i, new Rejection(Reasons.MissingMember, $"{Prefix}{list.Members[i].Name} is missing: it must be {list.Members[i].Remedy}."));
        }
    }

    private void Note(int position, Rejection fault)
    {
        if (position >= _faultAt) return;
        (_faultAt, _fault) = (position, fault);
    }
}
