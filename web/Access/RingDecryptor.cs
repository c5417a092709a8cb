using System.Security.Cryptography;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.Options;

namespace OpsBoard.Web.Access;

/// <summary>Reads what <see cref="RingEncryptor"/> wrote. Its name stands in the files of the ring.</summary>
internal sealed class RingDecryptor : IXmlDecryptor
{
    private readonly byte[] _key;

    /// <summary>Made by the key ring, by name.</summary>
    /// <exception cref="CryptographicException">The ring is encrypted, and no secret is configured.</exception>
    public RingDecryptor(IServiceProvider services) => _key = services.GetRequiredService<IOptions<AccessOptions>>().Value.KeyRingSecretFile is { } file
        ? RingSecret.Read(file)
        : throw new CryptographicException("The key ring is encrypted with a secret: name its file in Access:KeyRingSecretFile.");

    /// <exception cref="CryptographicException">It was encrypted with another secret, or was changed.</exception>
    public XElement Decrypt(XElement encryptedElement)
    {
        var all = Convert.FromBase64String(encryptedElement.Value).AsSpan();
        var (nonce, tag, cipher) = (RingEncryptor.NonceBytes, RingEncryptor.TagBytes, RingEncryptor.NonceBytes + RingEncryptor.TagBytes);
        var plain = new byte[all.Length - cipher];
        using var aes = new AesGcm(_key, tag);
        aes.Decrypt(all[..nonce], all[cipher..], all[nonce..cipher], plain);
        using var text = new MemoryStream(plain);
        return XElement.Load(text);
    }
}
