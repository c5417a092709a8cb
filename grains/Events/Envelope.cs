using System.Text.Json;
using System.Text.Unicode;

namespace OpsBoard.Events;

/// <summary>The attributes and the data of one CloudEvent before they are judged, from whichever of the HTTP modes they came.</summary>
public sealed class Envelope
{
    // By AttributeName.
    private static readonly string[] Names =
        ["specversion", "id", "source", "type", "subject", "time", "datacontenttype", "sequence", "stream", "epoch", "data_base64"];

    private readonly AttributeValue[] _values = new AttributeValue[Names.Length];

    /// <summary>The attributes that can be set, with the names under which they travel.</summary>
    public static IEnumerable<(AttributeName Attribute, string Name)> Attributes => Enum.GetValues<AttributeName>().Zip(Names);

    internal StructureFault? Fault { get; private set; }

    /// <summary>The JSON of <c>data</c>, of sound structure unless <see cref="Fault"/> says otherwise; empty when there is none.</summary>
    internal ReadOnlyMemory<byte> Data { get; private set; }

    internal AttributeValue this[AttributeName attribute] => _values[(int)attribute];

    /// <summary>Sets an attribute from its bytes; a second time makes the item a rejected one.</summary>
    public void Set(AttributeName attribute, ReadOnlyMemory<byte> utf8)
    {
        var isWellFormed = Utf8.IsValid(utf8.Span);
        if (!isWellFormed) Note(StructureFault.IllFormedText);
        if (!_values[(int)attribute].IsAbsent) Note(StructureFault.DuplicateMember);
        Set(attribute, isWellFormed ? new AttributeValue(AttributeForm.Text, utf8) : AttributeValue.Unclear);
    }

    /// <summary>Notes that an attribute is there, but written in a way that cannot be read.</summary>
    public void SetUnclear(AttributeName attribute) => Set(attribute, AttributeValue.Unclear);

    /// <summary>Sets the data from a JSON text of its own.</summary>
    /// <exception cref="JsonException">The bytes are not JSON.</exception>
    public void SetData(ReadOnlyMemory<byte> json)
    {
        var reader = new StrictReader(json, levelsAbove: 1);
        while (reader.Read())
        {
        }

        if (reader.Fault is { } fault) Note(fault);
        Data = json;
    }

    /// <exception cref="JsonException">The bytes are not JSON.</exception>
    internal static Envelope Read(ReadOnlyMemory<byte> item)
    {
        var envelope = new Envelope();
        var reader = new StrictReader(item);
        reader.Read();
        if (reader.TokenType == JsonTokenType.StartObject) envelope.ReadMembers(ref reader, item);
        else envelope.Note(StructureFault.NotAnObject);
        // Goes past the end, which throws when anything follows.
        reader.Read();
        return envelope;
    }

    private void ReadMembers(ref StrictReader reader, ReadOnlyMemory<byte> item)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.IsWellFormed ? reader.Text().Span : default;
            var position = PositionOf(name);
            var isData = name.SequenceEqual("data"u8);
            reader.Read();
            var start = reader.Start;
            if (position >= 0) Set((AttributeName)position, ValueOf(ref reader));
            var isSaid = reader.TokenType != JsonTokenType.Null;
            reader.Finish();
            if (isData) Data = isSaid ? item[start..reader.End] : default;
        }

        if (reader.Fault is { } fault) Note(fault);
    }

    private static AttributeValue ValueOf(ref StrictReader reader) => reader.TokenType switch
    {
        JsonTokenType.Null => default,
        JsonTokenType.String when reader.IsWellFormed => new AttributeValue(AttributeForm.Text, reader.Text()),
        JsonTokenType.Number => new AttributeValue(AttributeForm.Number, reader.Text()),
        _ => AttributeValue.Unclear,
    };

    private static int PositionOf(ReadOnlySpan<byte> name)
    {
        for (var i = 0; i < Names.Length; i++)
        {
            if (System.Text.Ascii.Equals(name, Names[i])) return i;
        }

        return -1;
    }

    // Of two, neither is believed: an id told back must be the id that was sent.
    private void Set(AttributeName attribute, AttributeValue value) =>
        _values[(int)attribute] = _values[(int)attribute].IsAbsent ? value : AttributeValue.Unclear;

    private void Note(StructureFault fault)
    {
        if (Fault is null || fault < Fault) Fault = fault;
    }
}
