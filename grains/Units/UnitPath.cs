using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace OpsBoard.Units;

/// <summary>
/// A unit's address from the province down: <c>hainan/jiyang/housing/w03</c>. One segment is a province, two a county, three a
/// department, four a window; <c>hainan/~/housing</c> is a line: one department over all counties.
/// Segments are lower-case ASCII letters, digits and inner hyphens, at most 64 of them each.
/// </summary>
[GenerateSerializer, Immutable, Alias("UnitPath")]
public readonly record struct UnitPath
{
    private const int LongestSegment = 64;
    private const string AnyCounty = "~";

    /// <summary>Bytewise by text.</summary>
    public static readonly Comparer<UnitPath> InOrder = Comparer<UnitPath>.Create(static (left, right) => string.CompareOrdinal(left.Text, right.Text));

    // They are parts of addresses below a unit (/api/v1/units/{path}/history), so no unit may be called so.
    private static readonly string[] Reserved = ["history", "events", "recount"];

    private static readonly SearchValues<char> Allowed = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    [Id(0)]
    private readonly string? _text;

    private UnitPath(string text) => _text = text;

    public UnitKind Kind => IsLine ? UnitKind.Line : (UnitKind)(Text.AsSpan().Count('/') + 1);

    public bool IsLine => Text.Contains("/~/", StringComparison.Ordinal);

    /// <summary>The path's own name, for instance <c>w03</c>.</summary>
    public string Name => Text[(Text.LastIndexOf('/') + 1)..];

    /// <summary>The unit that this one contributes to; a line's is its province.</summary>
    /// <exception cref="InvalidOperationException">The path is a province.</exception>
    public UnitPath Parent => Kind switch
    {
        UnitKind.Province => throw new InvalidOperationException($"{Text} is a province and has no parent."),
        UnitKind.Line => Province,
        _ => new UnitPath(Text[..Text.LastIndexOf('/')]),
    };

    public UnitPath Province => new(First(1));

    /// <summary>The line that a department belongs to.</summary>
    public UnitPath Line => Kind == UnitKind.Department
        ? new UnitPath($"{First(1)}/{AnyCounty}/{Name}")
        : throw new InvalidOperationException($"{Text} is no department, so it belongs to no line.");

    private string Text => _text ?? "";

    /// <exception cref="FormatException">The text is no unit path; the message says why.</exception>
    public static UnitPath Parse(string text) =>
        TryParse(text, out var path, out var fault) ? path : throw new FormatException(fault);

    public static bool TryParse(string? text, out UnitPath path) => TryParse(text, out path, out _);

    public static bool TryParse(string? text, out UnitPath path, [NotNullWhen(false)] out string? fault)
    {
        path = default;
        var count = text.AsSpan().Count('/') + 1;
        fault = count > 4 ? "A unit path has at most four segments: province/county/department/window." : null;
        var i = 0;
        foreach (var range in text.AsSpan().Split('/'))
        {
            if (fault is not null) break;
            var segment = text.AsSpan(range);
            if (i++ != 1 || count != 3 || segment is not AnyCounty) fault = FaultOf(segment);
        }

        if (fault is null) path = new UnitPath(text!);
        return fault is null;
    }

    /// <summary>The text before a last segment that no unit may be called: <c>hainan/haikou</c> of <c>hainan/haikou/history</c>.</summary>
    public static string? WithoutReserved(string? text) =>
        text?.LastIndexOf('/') is >= 0 and var slash && Reserved.Contains(text[(slash + 1)..], StringComparer.Ordinal) ? text[..slash] : text;

    /// <summary>The path of a child, one segment longer.</summary>
    /// <exception cref="FormatException">The name is no segment.</exception>
    public UnitPath Child(string name) => Parse($"{Text}/{name}");

    /// <summary>True for the unit itself and for all beneath it; a line holds its departments and their windows.</summary>
    public bool Contains(UnitPath other)
    {
        if (other == this) return true;
        if (!IsLine) return other.Text.Length > Text.Length && other.Text[Text.Length] == '/' && other.Text.StartsWith(Text, StringComparison.Ordinal);
        return other.Kind is UnitKind.Department or UnitKind.Window && other.Segment(0).SequenceEqual(Segment(0)) && other.Segment(2).SequenceEqual(Segment(2));
    }

    /// <summary>The child of <paramref name="scope"/> on the way down to this unit; a line's children are its departments.</summary>
    /// <exception cref="InvalidOperationException">This unit is not beneath the scope.</exception>
    public UnitPath ChildOf(UnitPath scope)
    {
        if (scope == this || !scope.Contains(this)) throw new InvalidOperationException($"{Text} is not beneath {scope}.");
        return new UnitPath(First(scope.IsLine ? 3 : (int)scope.Kind + 1));
    }

    public override string ToString() => Text;

    /// <summary>The text of so many segments from the first; all of it when there are fewer.</summary>
    private string First(int segments)
    {
        var end = -1;
        while (segments-- > 0)
        {
            end = Text.IndexOf('/', end + 1);
            if (end < 0) return Text;
        }

        return Text[..end];
    }

    private ReadOnlySpan<char> Segment(int position)
    {
        var rest = Text.AsSpan();
        for (; position > 0; position--) rest = rest[(rest.IndexOf('/') + 1)..];
        return rest.IndexOf('/') is >= 0 and var end ? rest[..end] : rest;
    }

    private static bool IsReserved(ReadOnlySpan<char> segment)
    {
        foreach (var word in Reserved)
        {
            if (segment.SequenceEqual(word)) return true;
        }

        return false;
    }

    private static string? FaultOf(ReadOnlySpan<char> segment) => segment switch
    {
        "" => "A unit path has no empty segment.",
        { Length: > LongestSegment } => $"A segment of a unit path has at most {LongestSegment} characters.",
        _ when IsReserved(segment) => $"No unit may be called '{segment}': the word is part of addresses.",
        _ when segment[0] == '-' || segment[^1] == '-' => "A segment of a unit path neither begins nor ends with a hyphen.",
        _ when segment.ContainsAnyExcept(Allowed) => "A segment of a unit path has lower-case ASCII letters, digits and hyphens only.",
        _ => null,
    };
}
