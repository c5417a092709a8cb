using System.Text;

namespace OpsBoard.Web.Adapters;

/// <summary>The encodings in which machines write text; each throws on bytes that are none of it.</summary>
internal static class TextEncodings
{
    public const string Names = "utf-8, or gb18030 with its subsets gbk and gb2312";

    public static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <returns>Null when the name is none of <see cref="Names"/>.</returns>
    public static Encoding? Find(string? name) => name?.Trim('"').ToUpperInvariant() switch
    {
        null or "" or "UTF-8" or "UTF8" or "US-ASCII" => Utf8,
        "GB18030" or "GBK" or "GB2312" => Gb18030,
        _ => null,
    };
}
