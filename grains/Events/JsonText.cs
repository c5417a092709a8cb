using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace OpsBoard.Events;

/// <summary>Judges the bytes of text before anything turns them into a string, because that would hide or throw what is wrong with them.</summary>
internal static class JsonText
{
    private const int EscapeLength = 6;

    /// <summary>True when the bytes between the quotes are UTF-8 and each surrogate that is written as an escape has its partner.</summary>
    public static bool IsWellFormed(ReadOnlySpan<byte> between, bool escaped) =>
        Utf8.IsValid(between) && (!escaped || HasPairedSurrogates(between));

    /// <summary>True for U+0000 to U+001F and U+007F to U+009F anywhere in well-formed UTF-8.</summary>
    public static bool HasControl(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IndexOfAnyInRange((byte)0x00, (byte)0x1F) >= 0 || utf8.Contains((byte)0x7F)) return true;
        for (var lead = utf8.IndexOf((byte)0xC2); lead >= 0; lead = utf8.IndexOf((byte)0xC2))
        {
            if (utf8[lead + 1] < 0xA0) return true;
            utf8 = utf8[(lead + 2)..];
        }

        return false;
    }

    public static bool HasControl(string text)
    {
        foreach (var letter in text)
        {
            if (char.IsControl(letter)) return true;
        }

        return false;
    }

    public static string Decode(ReadOnlySpan<byte> utf8) => Encoding.UTF8.GetString(utf8);

    private static bool HasPairedSurrogates(ReadOnlySpan<byte> text)
    {
        for (var at = text.IndexOf((byte)'\\'); at >= 0; at = text.IndexOf((byte)'\\'))
        {
            text = text[at..];
            if (text[1] != 'u')
            {
                text = text[2..];
                continue;
            }

            var unit = CodeUnit(text);
            text = text[EscapeLength..];
            if (!char.IsSurrogate(unit)) continue;
            if (!char.IsHighSurrogate(unit) || text is not [(byte)'\\', (byte)'u', ..] || !char.IsLowSurrogate(CodeUnit(text))) return false;
            text = text[EscapeLength..];
        }

        return true;
    }

    private static char CodeUnit(ReadOnlySpan<byte> escape) =>
        (char)ushort.Parse(escape[2..EscapeLength], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
