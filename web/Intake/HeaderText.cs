using System.Globalization;
using System.Text;

namespace OpsBoard.Web.Intake;

/// <summary>
/// Decodes the value of a <c>ce-</c> header as the CloudEvents HTTP binding says: first the double quotes that older senders use,
/// then one round of percent-decoding.
/// </summary>
internal static class HeaderText
{
    /// <summary>The bytes of the value, not necessarily UTF-8; null when a percent sign or a quote stands alone.</summary>
    public static byte[]? Decode(string value)
    {
        var text = value is ['"', .., '"'] ? Unquote(value[1..^1]) : value;
        return text is null ? null : PercentDecode(Encoding.UTF8.GetBytes(text));
    }

    private static string? Unquote(string quoted)
    {
        var text = new StringBuilder(quoted.Length);
        for (var i = 0; i < quoted.Length; i++)
        {
            if (quoted[i] == '"') return null;
            if (quoted[i] == '\\' && ++i == quoted.Length) return null;
            text.Append(quoted[i]);
        }

        return text.ToString();
    }

    private static byte[]? PercentDecode(byte[] text)
    {
        var decoded = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '%')
            {
                decoded.Add(text[i]);
                continue;
            }

            if (i + 2 >= text.Length || !byte.TryParse(text.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var octet)) return null;
            decoded.Add(octet);
            i += 2;
        }

        return [.. decoded];
    }
}
