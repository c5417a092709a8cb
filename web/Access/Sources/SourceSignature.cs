using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace OpsBoard.Web.Access.Sources;

/// <summary>
/// The headers of a signed request, as Standard Webhooks has them: HMAC-SHA256 over <c>{webhook-id}.{webhook-timestamp}.</c> and the body as it
/// was sent, compressed or not.
/// </summary>
/// <param name="Id">1 to 128 visible ASCII characters; nothing depends on it but the signature.</param>
/// <param name="Timestamp">Unix seconds, as they were written.</param>
/// <param name="SignedAt">What they say.</param>
internal sealed record SourceSignature(string Id, string Timestamp, DateTimeOffset SignedAt, ImmutableArray<byte[]> Tags)
{
    public const string IdHeader = "webhook-id";
    public const string TimestampHeader = "webhook-timestamp";
    public const string Header = "webhook-signature";

    /// <summary>How far a request's time may be from the server's, in either direction.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    public const string Scheme = "v1,";
    private const int LongestId = 128;
    private const int MostDigits = 11;

    /// <returns>Null when a header is missing, comes twice, or is not of its form.</returns>
    public static SourceSignature? Read(IHeaderDictionary headers)
    {
        if (headers[IdHeader] is not [{ Length: > 0 and <= LongestId } id] || !id.All(static c => c is > ' ' and <= '~')) return null;
        if (headers[TimestampHeader] is not [{ Length: > 0 and <= MostDigits } timestamp] || !timestamp.All(char.IsAsciiDigit)) return null;
        if (headers[Header] is not [{ } signatures]) return null;
        ImmutableArray<byte[]> tags = [.. signatures.Split(' ').Select(TagOf).OfType<byte[]>()];
        return tags.IsEmpty ? null : new SourceSignature(id, timestamp, DateTimeOffset.FromUnixTimeSeconds(long.Parse(timestamp, CultureInfo.InvariantCulture)), tags);
    }

    public static byte[] Tag(ReadOnlySpan<byte> secret, string id, string timestamp, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, secret);
        hash.AppendData(Encoding.UTF8.GetBytes($"{id}.{timestamp}."));
        hash.AppendData(body);
        return hash.GetHashAndReset();
    }

    public bool IsMadeWith(ReadOnlySpan<byte> secret, ReadOnlySpan<byte> body)
    {
        var expected = Tag(secret, Id, Timestamp, body);
        return Tags.Any(tag => CryptographicOperations.FixedTimeEquals(tag, expected));
    }

    public bool IsOfNow(DateTimeOffset now) => (now - SignedAt).Duration() <= Window;

    // Signatures of other schemes are another receiver's, and shortened ones nobody's.
    private static byte[]? TagOf(string signature)
    {
        if (!signature.StartsWith(Scheme, StringComparison.Ordinal)) return null;
        var tag = new byte[HMACSHA256.HashSizeInBytes];
        return Convert.TryFromBase64String(signature[Scheme.Length..], tag, out var length) && length == tag.Length ? tag : null;
    }
}
