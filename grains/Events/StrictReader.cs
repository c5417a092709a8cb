using System.Text.Json;

namespace OpsBoard.Events;

/// <summary>
/// Goes through one JSON value token by token and keeps the gravest fault of its structure. It never stops at a fault,
/// so that the id of a faulty item can still be told.
/// </summary>
internal ref struct StrictReader
{
    public const int MostLevels = 16;

    private readonly ReadOnlyMemory<byte> _json;
    private readonly int _levelsAbove;
    private readonly MemberNames _names = new();
    private Utf8JsonReader _reader;

    /// <param name="levelsAbove">How many levels the value would stand in if its item were one JSON text.</param>
    public StrictReader(ReadOnlyMemory<byte> json, int levelsAbove = 0)
    {
        _json = json;
        _levelsAbove = levelsAbove;
        // The framework would stop at its own limit and leave the rest unjudged.
        _reader = new Utf8JsonReader(json.Span, new JsonReaderOptions { MaxDepth = int.MaxValue });
    }

    public StructureFault? Fault { get; private set; }

    /// <summary>True when the name or text that was just read can be decoded.</summary>
    public bool IsWellFormed { get; private set; }

    public readonly JsonTokenType TokenType => _reader.TokenType;

    public readonly int Depth => _reader.CurrentDepth;

    /// <summary>Where the token begins.</summary>
    public readonly int Start => (int)_reader.TokenStartIndex;

    /// <summary>Where the token ends.</summary>
    public readonly int End => (int)_reader.BytesConsumed;

    /// <exception cref="JsonException">The bytes are not JSON.</exception>
    public bool Read()
    {
        if (!_reader.Read()) return false;
        switch (_reader.TokenType)
        {
            case JsonTokenType.StartObject:
                CheckLevel();
                _names.Open();
                break;
            case JsonTokenType.StartArray:
                CheckLevel();
                break;
            case JsonTokenType.EndObject:
                _names.Close();
                break;
            case JsonTokenType.PropertyName:
                CheckText();
                if (IsWellFormed && !_names.Add(Text())) Note(StructureFault.DuplicateMember);
                break;
            case JsonTokenType.String:
                CheckText();
                break;
        }

        return true;
    }

    /// <summary>Goes on to the end of the value whose first token was just read.</summary>
    public void Finish()
    {
        if (TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray)) return;
        var depth = Depth;
        while (Read() && Depth > depth)
        {
        }
    }

    /// <summary>The name, text or number that was just read, without its escapes.</summary>
    public readonly ReadOnlyMemory<byte> Text()
    {
        var quotes = TokenType == JsonTokenType.Number ? 0 : 1;
        var written = _json.Slice(Start + quotes, _reader.ValueSpan.Length);
        if (!_reader.ValueIsEscaped) return written;

        var decoded = new byte[written.Length];
        return decoded.AsMemory(0, _reader.CopyString(decoded));
    }

    private void CheckLevel()
    {
        if (Depth + 1 + _levelsAbove > MostLevels) Note(StructureFault.TooDeep);
    }

    private void CheckText()
    {
        IsWellFormed = JsonText.IsWellFormed(_reader.ValueSpan, _reader.ValueIsEscaped);
        if (!IsWellFormed) Note(StructureFault.IllFormedText);
    }

    private void Note(StructureFault fault)
    {
        if (Fault is null || fault < Fault) Fault = fault;
    }
}
