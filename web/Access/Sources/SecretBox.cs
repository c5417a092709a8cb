using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace OpsBoard.Web.Access.Sources;

/// <summary>Seals secrets with the key ring of the data directory, each for its source: copied to another one's row it cannot be opened.</summary>
internal sealed class SecretBox(IDataProtectionProvider ring)
{
    private const string Purpose = "OpsBoard.Access.SourceSecret";

    public byte[] Seal(string source, byte[] secret) => ring.CreateProtector(Purpose, source).Protect(secret);

    /// <returns>Null when the ring does not hold the key any more, or somebody changed the bytes.</returns>
    public byte[]? Open(string source, byte[] sealedSecret)
    {
        try
        {
            return ring.CreateProtector(Purpose, source).Unprotect(sealedSecret);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
