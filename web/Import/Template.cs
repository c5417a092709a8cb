using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace OpsBoard.Web.Import;

/// <summary>A text with <c>{column}</c> in it.</summary>
internal sealed partial class Template
{
    private readonly string _text;

    private Template(string text)
    {
        _text = text;
        Columns = [.. Placeholder().Matches(text).Select(static match => match.Groups["column"].Value)];
    }

    public ImmutableArray<string> Columns { get; }

    /// <summary>Null when a brace has no partner.</summary>
    public static Template? Parse(string text) =>
        Placeholder().Replace(text, "").AsSpan().ContainsAny('{', '}') ? null : new Template(text);

    /// <param name="shape">Makes a row's value fit for its place.</param>
    public string Fill(CsvRow row, Func<string, string> shape) =>
        Placeholder().Replace(_text, match => shape(row[match.Groups["column"].Value]));

    [GeneratedRegex(@"\{(?<column>[^{}]+)\}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
