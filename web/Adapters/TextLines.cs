using OpsBoard.Web.Intake;

namespace OpsBoard.Web.Adapters;

/// <summary>Cuts a body into its lines. A line ends in LF or CRLF; the last need not.</summary>
internal static class TextLines
{
    /// <returns>The lines with something in them, and the place of each in the body, from 0.</returns>
    /// <exception cref="RequestRefusedException">400: there is none; 413: there are too many.</exception>
    public static List<(int Place, ReadOnlyMemory<byte> Line)> Cut(ReadOnlyMemory<byte> body)
    {
        var lines = new List<(int, ReadOnlyMemory<byte>)>();
        // Editors on Windows begin a file with a byte order mark.
        var rest = body.Span is [0xEF, 0xBB, 0xBF, ..] ? body[3..] : body;
        for (var place = 0; !rest.IsEmpty; place++)
        {
            var length = rest.Span.IndexOf((byte)'\n');
            var line = length < 0 ? rest : rest[..length];
            rest = length < 0 ? default : rest[(length + 1)..];
            if (line.Span.IndexOfAnyExcept(" \t\r"u8) >= 0) lines.Add((place, line));
        }

        if (lines.Count == 0) throw new RequestRefusedException(StatusCodes.Status400BadRequest, Refusals.BodyMalformed, "The body holds no line: send at least one.");
        if (lines.Count > IntakeLimits.MostItems) throw new RequestRefusedException(StatusCodes.Status413PayloadTooLarge, Refusals.TooManyItems, $"A request holds at most {IntakeLimits.MostItems} lines: send fewer at once.");
        return lines;
    }
}
