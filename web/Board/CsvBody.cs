using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace OpsBoard.Web.Board;

/// <summary>
/// A table as CSV (RFC 4180) for spreadsheets: with a byte-order mark, without which they take Chinese for something else, and with an
/// apostrophe before every text that they would run as a formula.
/// </summary>
internal static partial class CsvBody
{
    private const string Type = "text/csv";

    // Chinese spreadsheets take the full-width signs for the same.
    private const string FormulaStarts = "=+-@＝＋－＠\t\r\n";

    private static readonly Encoding Utf8WithMark = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true);

    /// <summary>True when the request names <c>format=csv</c>, or prefers CSV to JSON.</summary>
    public static bool IsWanted(HttpRequest request, string? format) =>
        string.Equals(format, "csv", StringComparison.OrdinalIgnoreCase) || Wish(request, Type) > Wish(request, "application/json");

    public static FileContentHttpResult Answer(IEnumerable<string> header, IEnumerable<IEnumerable<string?>> rows, string fileName) =>
        TypedResults.Bytes(Write(header, rows), $"{Type}; charset=utf-8; header=present", fileName);

    public static ReadOnlyMemory<byte> Write(IEnumerable<string> header, IEnumerable<IEnumerable<string?>> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows.Prepend(header)) text.AppendJoin(',', row.Select(Cell)).Append("\r\n");
        return (byte[])[.. Utf8WithMark.Preamble, .. Utf8WithMark.GetBytes(text.ToString())];
    }

    private static string Cell(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        // A negative number begins like a formula and is none.
        var safe = FormulaStarts.Contains(text[0]) && !Number().IsMatch(text) ? "'" + text : text;
        return safe.AsSpan().ContainsAny(",\"\r\n") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }

    private static double Wish(HttpRequest request, string type) => request.GetTypedHeaders().Accept
        .Where(accepted => accepted.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase))
        .Select(static accepted => accepted.Quality ?? 1)
        .DefaultIfEmpty(0)
        .Max();

    [GeneratedRegex(@"^-?\d+(\.\d+)?\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}
