using System.Text;

namespace OpsBoard.Events;

/// <summary>One member of <c>data</c>: its name, what it may be, and where it stands in <see cref="Facts"/>.</summary>
internal sealed class FactsMember(string name, FactsShape shape, FactsMember.Setter set, Func<Facts, FactsValue?> get)
{
    public const int LongestText = 128;

    public delegate void Setter(ref FactsDraft draft, FactsValue value);

    public string Name { get; } = name;

    public byte[] Utf8Name { get; } = Encoding.UTF8.GetBytes(name);

    /// <summary>An instant is stored under another name, because it is another thing there.</summary>
    public byte[] StoredName { get; } = Encoding.UTF8.GetBytes(shape == FactsShape.Instant ? name + "Ms" : name);

    public FactsShape Shape { get; } = shape;

    public long Least { get; init; }

    public long Most { get; init; } = long.MaxValue;

    public Setter Set { get; } = set;

    public Func<Facts, FactsValue?> Get { get; } = get;

    /// <summary>What a sender should write, to be read after "must be".</summary>
    public string Remedy => Shape switch
    {
        FactsShape.Text or FactsShape.SubjectId => $"text of 1 to {LongestText} bytes",
        FactsShape.Whole when Most == long.MaxValue => "a whole number from 0 on, without fraction or exponent",
        FactsShape.Whole => $"a whole number from {Least} to {Most}, without fraction or exponent",
        FactsShape.Flag => "true or false",
        FactsShape.Channel => "one of " + string.Join(", ", Channels.All),
        _ => "an RFC 3339 time with its offset, from 1992 on",
    };
}
