using System.Security.Cryptography;

namespace OpsBoard.Web.Backups;

/// <summary>One file of a backup.</summary>
/// <param name="Name">Its path in the data directory, with slashes.</param>
/// <param name="Sha256">In small hexadecimal digits.</param>
internal sealed record BackupFile(string Name, long Bytes, string Sha256)
{
    private const int BytesAtOnce = 1 << 20;

    public static BackupFile Of(string folder, string name, CancellationToken cancellation)
    {
        using var file = File.OpenRead(Path.Combine(folder, name));
        return new BackupFile(name, file.Length, Pour(file, Stream.Null, cancellation));
    }

    /// <summary>Copies a stream, and says what it held.</summary>
    /// <returns>Its SHA-256, in small hexadecimal digits.</returns>
    public static string Pour(Stream from, Stream to, CancellationToken cancellation)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[BytesAtOnce];
        while (from.Read(buffer) is var read and > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            digest.AppendData(buffer, 0, read);
            to.Write(buffer, 0, read);
        }

        return Convert.ToHexStringLower(digest.GetHashAndReset());
    }
}
