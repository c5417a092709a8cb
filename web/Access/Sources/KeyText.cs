using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace OpsBoard.Web.Access.Sources;

/// <summary>How keys are written: as what they are, so that one in the wrong place is known at a glance.</summary>
internal static class KeyText
{
    public const int SecretBytes = 32;

    private const string SigningPrefix = "whsec_";
    private const string BearerPrefix = "obk_";

    public static string OfSigning(ReadOnlySpan<byte> secret) => SigningPrefix + Convert.ToBase64String(secret);

    public static string OfBearer(ReadOnlySpan<byte> secret) => BearerPrefix + Base64Url.EncodeToString(secret);

    /// <summary>The bytes of a secret as it is written here; of any other text its UTF-8.</summary>
    public static byte[] BytesOf(string secret)
    {
        var bytes = new byte[secret.Length];
        var isOurs = secret.StartsWith(SigningPrefix, StringComparison.Ordinal) & Convert.TryFromBase64String(secret[Math.Min(SigningPrefix.Length, secret.Length)..], bytes, out var length);
        return isOurs ? bytes[..length] : Encoding.UTF8.GetBytes(secret);
    }

    /// <summary>Of 256 random bits a plain hash tells nothing, and can be looked up.</summary>
    public static byte[] Hash(string bearer) => SHA256.HashData(Encoding.UTF8.GetBytes(bearer));
}
