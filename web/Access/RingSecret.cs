using System.Security.Cryptography;

namespace OpsBoard.Web.Access;

/// <summary>The secret outside of the data directory with which the key ring in it is encrypted.</summary>
internal static class RingSecret
{
    public const int FewestBytes = 32;

    private const int KeyBytes = 32;

    public static bool IsIn(string file)
    {
        try
        {
            return File.ReadAllBytes(file).Length >= FewestBytes;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <returns>An AES key of 256 bits.</returns>
    public static byte[] Read(string file) => HKDF.DeriveKey(HashAlgorithmName.SHA256, File.ReadAllBytes(file), KeyBytes, info: "OpsBoard key ring"u8.ToArray());
}
