using System.Buffers.Text;
using System.Security.Cryptography;

namespace OpsBoard.Web.Access.Sessions;

/// <summary>An opaque value of 256 random bits that a browser keeps in a cookie; here only its hash is kept.</summary>
internal readonly record struct Secret(string Text)
{
    private const int Bytes = 32;

    private static readonly int Length = Base64Url.GetEncodedLength(Bytes);

    public static Secret New() => new(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes)));

    /// <returns>Null for what <see cref="New"/> never gave.</returns>
    public static Secret? Of(string? text) => text?.Length == Length && Base64Url.IsValid(text) ? new Secret(text) : null;

    /// <summary>SHA-256: of so many random bits nobody can guess the origin, so it needs no salt and no rounds.</summary>
    public byte[] Hash() => SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(Text));
}
