using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace OpsBoard.Configuration;

/// <summary>
/// A value of a configuration file that knows its line: the whole file, or an element of a list in it. The files are JSON in UTF-8;
/// comments and trailing commas are allowed, names are compared without regard to case.
/// </summary>
public sealed class ConfigurationEntry
{
    private static readonly JsonReaderOptions Syntax = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private static readonly JsonSerializerOptions OthersAllowed = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        AllowDuplicateProperties = false,
        NumberHandling = JsonNumberHandling.Strict,
    };

    private static readonly JsonSerializerOptions OthersRefused = new(OthersAllowed) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    private readonly string _file;
    private readonly ReadOnlyMemory<byte> _json;

    private ConfigurationEntry(string file, long line, ReadOnlyMemory<byte> json)
    {
        _file = file;
        _json = json;
        Line = line;
    }

    /// <summary>The line on which the value begins, from 1.</summary>
    public long Line { get; }

    /// <exception cref="ConfigurationException">The file cannot be read, or is not JSON in UTF-8.</exception>
    public static ConfigurationEntry ReadFile(string file)
    {
        try
        {
            return Parse(File.ReadAllBytes(file), file);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException($"{file} cannot be read: {fault.Message}", fault);
        }
    }

    /// <param name="file">How mistakes call the file.</param>
    /// <exception cref="ConfigurationException">The text is not JSON in UTF-8.</exception>
    public static ConfigurationEntry Parse(ReadOnlyMemory<byte> json, string file)
    {
        // Editors on Windows begin a file with a byte order mark, which JSON does not know.
        var entry = new ConfigurationEntry(file, 1, json.Span is [0xEF, 0xBB, 0xBF, ..] ? json[3..] : json);
        entry.RefuseOtherEncodings();
        entry.RefuseFaultySyntax();
        return entry;
    }

    /// <summary>The elements of the list that is the member of this name.</summary>
    /// <exception cref="ConfigurationException">There is no such member, or it is no list.</exception>
    public IReadOnlyList<ConfigurationEntry> List(string member)
    {
        var reader = new Utf8JsonReader(_json.Span, Syntax);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject) throw Mistake($"{{ \"{member}\": [...] }} is expected.");
        if (!Find(ref reader, member)) throw Mistake($"there is no member \"{member}\"; it is a list [...].");
        if (reader.TokenType != JsonTokenType.StartArray) throw After(reader.TokenStartIndex).Mistake($"\"{member}\" is a list [...].");

        var elements = new List<ConfigurationEntry>();
        var before = this;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            before = before.After(reader.TokenStartIndex - (_json.Length - before._json.Length));
            var length = -(int)reader.TokenStartIndex;
            reader.Skip();
            length += (int)reader.BytesConsumed;
            elements.Add(new ConfigurationEntry(_file, before.Line, before._json[..length]));
        }

        return elements;
    }

    /// <summary>The value as <typeparamref name="T"/>; a member that it does not know is refused, as it may be a misspelt one.</summary>
    /// <exception cref="ConfigurationException">A member is unknown, given twice or of the wrong kind.</exception>
    public T Read<T>()
        where T : class => Read<T>(OthersRefused);

    /// <summary>The value as <typeparamref name="T"/>; other members are left alone, so a newer file opens in an older program.</summary>
    /// <exception cref="ConfigurationException">A member is given twice or of the wrong kind.</exception>
    public T ReadAllowingOthers<T>()
        where T : class => Read<T>(OthersAllowed);

    /// <summary>Says what is wrong with this value, and where it stands.</summary>
    public ConfigurationException Mistake(string reason) => new($"{_file}, line {Line}: {reason}");

    private static bool Find(ref Utf8JsonReader reader, string member)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isFound = string.Equals(reader.GetString(), member, StringComparison.OrdinalIgnoreCase);
            reader.Read();
            if (isFound) return true;
            reader.Skip();
        }

        return false;
    }

    private T Read<T>(JsonSerializerOptions options)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(_json.Span, options) ?? throw Mistake("an object {...} is expected, not null.");
        }
        catch (JsonException fault)
        {
            throw MistakeOf(fault, ConfigurationShape.Reason(fault, options.GetTypeInfo(typeof(T))));
        }
    }

    private void RefuseOtherEncodings()
    {
        if (Utf8.IsValid(_json.Span)) return;
        var sound = 0;
        foreach (var line in _json.Span.Split((byte)'\n'))
        {
            if (!Utf8.IsValid(_json.Span[line])) break;
            sound = line.End.GetOffset(_json.Length) + 1;
        }

        throw After(sound).Mistake("the text is not UTF-8; save the file in UTF-8.");
    }

    private void RefuseFaultySyntax()
    {
        try
        {
            var reader = new Utf8JsonReader(_json.Span, Syntax);
            while (reader.Read()) reader.Skip();
        }
        catch (JsonException fault)
        {
            throw MistakeOf(fault, ConfigurationShape.Syntax(fault));
        }
    }

    private ConfigurationException MistakeOf(JsonException fault, string reason) =>
        new($"{_file}, line {Line + (fault.LineNumber ?? 0)}: {reason}", fault);

    /// <summary>The rest of the text from this byte on.</summary>
    private ConfigurationEntry After(long start) =>
        new(_file, Line + _json.Span[..(int)start].Count((byte)'\n'), _json[(int)start..]);
}
