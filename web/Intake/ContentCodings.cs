using System.IO.Compression;

namespace OpsBoard.Web.Intake;

/// <summary>The encodings of bodies that are read, one at a time.</summary>
internal static class ContentCodings
{
    /// <exception cref="RequestRefusedException">415: the body is encoded in another way, or more than once.</exception>
    public static ContentCoding Of(HttpRequest request) => request.Headers.ContentEncoding.ToString().ToUpperInvariant() switch
    {
        "" or "IDENTITY" => ContentCoding.None,
        "GZIP" or "X-GZIP" => ContentCoding.Gzip,
        "BR" => ContentCoding.Brotli,
        _ => throw new RequestRefusedException(StatusCodes.Status415UnsupportedMediaType, Refusals.UnsupportedEncoding, "content-encoding is gzip or br, once, or left out."),
    };

    public static Stream Unpacking(ContentCoding coding, Stream packed) => coding == ContentCoding.Brotli
        ? new BrotliStream(packed, CompressionMode.Decompress)
        : new GZipStream(packed, CompressionMode.Decompress);
}
