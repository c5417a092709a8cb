using System.Security.Cryptography;
using System.Text;

namespace OpsBoard.LoadTest;

/// <summary>The secret with which a registered source signs.</summary>
internal sealed class SourceSecret
{
    private const string Prefix = "whsec_";

    private readonly byte[] _key;

    private SourceSecret(byte[] key) => _key = key;

    /// <returns>Null, and the reason, when the file cannot be read or its last word is no secret.</returns>
    public static SourceSecret? ReadFile(string file, out string? reason)
    {
        try
        {
            // What source add printed may be kept as it is.
            var word = File.ReadAllText(file).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).LastOrDefault() ?? "";
            reason = word.StartsWith(Prefix, StringComparison.Ordinal) ? null : $"the last word of {file} is no secret: one begins with {Prefix}";
            return reason is null ? new SourceSecret(Convert.FromBase64String(word[Prefix.Length..])) : null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or FormatException)
        {
            reason = $"{file} holds no secret that can be read: {fault.Message}";
            return null;
        }
    }

    /// <returns>As it is written in a header of Standard Webhooks.</returns>
    public string Sign(string id, string timestamp, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);
        hash.AppendData(Encoding.UTF8.GetBytes($"{id}.{timestamp}."));
        hash.AppendData(body);
        return $"v1,{Convert.ToBase64String(hash.GetHashAndReset())}";
    }
}
