using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace OpsBoard.Web.Access;

/// <summary>Encrypts a key of the ring with AES-256-GCM: nonce, tag and cipher text, as Base64 in one element.</summary>
/// <param name="key">Of 256 bits.</param>
internal sealed class RingEncryptor(byte[] key) : IXmlEncryptor
{
    public static int NonceBytes => AesGcm.NonceByteSizes.MaxSize;

    public static int TagBytes => AesGcm.TagByteSizes.MaxSize;

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var all = new byte[NonceBytes + TagBytes + plain.Length];
        RandomNumberGenerator.Fill(all.AsSpan(0, NonceBytes));
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(all.AsSpan(0, NonceBytes), plain, all.AsSpan(NonceBytes + TagBytes), all.AsSpan(NonceBytes, TagBytes));
        return new EncryptedXmlInfo(new XElement("sealed", Convert.ToBase64String(all)), typeof(RingDecryptor));
    }
}
