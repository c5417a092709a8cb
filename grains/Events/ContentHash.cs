using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace OpsBoard.Events;

/// <summary>
/// What an event says, in 16 bytes: the beginning of a SHA-256 over kind, window, time, facts and sequence mark.
/// Two events of one identity are the same when these are equal, and in conflict when they are not.
/// </summary>
public static class ContentHash
{
    public const int Length = 16;

    public static byte[] Of(ServiceEvent happened) => Of(happened, FactsJson.Write(happened.Facts));

    /// <param name="body">What <see cref="FactsJson"/> makes of the event's facts; for callers that have it already.</param>
    public static byte[] Of(ServiceEvent happened, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> number = stackalloc byte[sizeof(long)];
        Append(hash, number, (byte)happened.Kind);
        Append(hash, number, happened.Window.ToString());
        Append(hash, number, happened.OccurredMs);
        Append(hash, number, body);
        if (happened.Mark is { } mark)
        {
            Append(hash, number, mark.Stream);
            Append(hash, number, mark.Epoch);
            Append(hash, number, mark.Sequence);
        }

        return hash.GetHashAndReset()[..Length];
    }

    private static void Append(IncrementalHash hash, Span<byte> number, long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(number, value);
        hash.AppendData(number);
    }

    private static void Append(IncrementalHash hash, Span<byte> number, string text) =>
        Append(hash, number, Encoding.UTF8.GetBytes(text));

    // The length stands before the bytes, so that no two parts can be cut differently and still be the same.
    private static void Append(IncrementalHash hash, Span<byte> number, ReadOnlySpan<byte> bytes)
    {
        Append(hash, number, bytes.Length);
        hash.AppendData(bytes);
    }
}
