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

    [Id(0)]
    private readonly string? _text;

    private UnitPath(string text) => _text = text;

    public UnitKind Kind => IsLine ? UnitKind.Line : (UnitKind)Segments.Length;

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

    public UnitPath Province => new(Segments[0]);

    /// <summary>The line that a department belongs to.</summary>
    public UnitPath Line => Kind == UnitKind.Department
        ? new UnitPath($"{Segments[0]}/{AnyCounty}/{Segments[2]}")
        : throw new InvalidOperationException($"{Text} is no department, so it belongs to no line.");

    private string Text => _text ?? "";

    private string[] Segments => Text.Split('/');

    /// <exception cref="FormatException">The text is no unit path; the message says why.</exception>
    public static UnitPath Parse(string text) =>
        TryParse(text, out var path, out var fault) ? path : throw new FormatException(fault);

    public static bool TryParse(string? text, out UnitPath path) => TryParse(text, out path, out _);

    public static bool TryParse(string? text, out UnitPath path, [NotNullWhen(false)] out string? fault)
    {
        path = default;
        var segments = (text ?? "").Split('/');
        fault = segments.Length > 4 ? "A unit path has at most four segments: province/county/department/window." : null;
        for (var i = 0; fault is null && i < segments.Length; i++)
        {
            if (i == 1 && segments.Length == 3 && string.Equals(segments[i], AnyCounty, StringComparison.Ordinal)) continue;
            fault = FaultOf(segments[i]);
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
        if (!IsLine) return other == this || other.Text.StartsWith(Text + "/", StringComparison.Ordinal);
        var (own, its) = (Segments, other.Segments);
        return other == this || (its.Length >= 3 && its[0] == own[0] && its[2] == own[2]);
    }

    /// <summary>The child of <paramref name="scope"/> on the way down to this unit; a line's children are its departments.</summary>
    /// <exception cref="InvalidOperationException">This unit is not beneath the scope.</exception>
    public UnitPath ChildOf(UnitPath scope)
    {
        if (scope == this || !scope.Contains(this)) throw new InvalidOperationException($"{Text} is not beneath {scope}.");
        var length = scope.IsLine ? 3 : scope.Segments.Length + 1;
        return new UnitPath(string.Join('/', Segments.Take(length)));
    }

    public override string ToString() => Text;

    private static string? FaultOf(string segment) => segment switch
    {
        "" => "A unit path has no empty segment.",
        { Length: > LongestSegment } => $"A segment of a unit path has at most {LongestSegment} characters.",
        _ when Reserved.Contains(segment, StringComparer.Ordinal) => $"No unit may be called '{segment}': the word is part of addresses.",
        _ when segment[0] == '-' || segment[^1] == '-' => "A segment of a unit path neither begins nor ends with a hyphen.",
        _ when !segment.All(IsAllowed) => "A segment of a unit path has lower-case ASCII letters, digits and hyphens only.",
        _ => null,
    };

    private static bool IsAllowed(char c) => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-';
}
