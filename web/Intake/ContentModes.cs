using Microsoft.Net.Http.Headers;

namespace OpsBoard.Web.Intake;

/// <summary>Tells the mode of a request by its headers alone, so that a body which nobody will read is not received either.</summary>
internal static class ContentModes
{
    public const string BatchType = "application/cloudevents-batch+json";
    public const string StructuredType = "application/cloudevents+json";
    public const string DataType = "application/json";

    private const string Accepted = $"Send {BatchType}, {StructuredType}, or {DataType} with the attributes in ce- headers; the charset is utf-8.";

    /// <exception cref="RequestRefusedException">415: the type or the encoding of the body is not one that is read.</exception>
    public static ContentMode Of(HttpRequest request)
    {
        _ = ContentCodings.Of(request);
        var isNamed = MediaTypeHeaderValue.TryParse(request.ContentType, out var type);
        if (isNamed && !IsUtf8(type!)) throw Unsupported();
        if (isNamed && type!.MediaType.Equals(BatchType, StringComparison.OrdinalIgnoreCase)) return ContentMode.Batch;
        if (isNamed && type!.MediaType.Equals(StructuredType, StringComparison.OrdinalIgnoreCase)) return ContentMode.Structured;
        return HasAttributes(request) && HoldsJsonOrNothing(request, type) ? ContentMode.Binary : throw Unsupported();
    }

    /// <exception cref="RequestRefusedException">415: the body is something else, or is encoded in a way that is not read.</exception>
    public static void RequireJson(HttpRequest request)
    {
        _ = ContentCodings.Of(request);
        var isJson = MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals(DataType, StringComparison.OrdinalIgnoreCase);
        if (!isJson || !IsUtf8(type!)) throw new RequestRefusedException(StatusCodes.Status415UnsupportedMediaType, Refusals.UnsupportedType, $"Send {DataType}; the charset is utf-8.");
    }

    private static bool IsUtf8(MediaTypeHeaderValue type) =>
        !type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || type.Charset.Equals("\"utf-8\"", StringComparison.OrdinalIgnoreCase);

    private static bool HasAttributes(HttpRequest request) =>
        request.Headers.Keys.Any(static name => name.StartsWith(BinaryItem.Prefix, StringComparison.OrdinalIgnoreCase));

    private static bool HoldsJsonOrNothing(HttpRequest request, MediaTypeHeaderValue? type) => string.IsNullOrEmpty(request.ContentType)
        ? request.ContentLength is null or 0
        : type is not null && type.MediaType.Equals(DataType, StringComparison.OrdinalIgnoreCase);

    private static RequestRefusedException Unsupported() => new(StatusCodes.Status415UnsupportedMediaType, Refusals.UnsupportedType, Accepted);
}
