using System.Buffers;
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
        var content = new ArrayBufferWriter<byte>(256 + body.Length);
        Append(content, (byte)happened.Kind);
        Append(content, happened.Window.ToString());
        Append(content, happened.OccurredMs);
        Append(content, body);
        if (happened.Mark is { } mark)
        {
            Append(content, mark.Stream);
            Append(content, mark.Epoch);
            Append(content, mark.Sequence);
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(content.WrittenSpan, hash);
        return hash[..Length].ToArray();
    }

    private static void Append(ArrayBufferWriter<byte> content, long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(content.GetSpan(sizeof(long)), value);
        content.Advance(sizeof(long));
    }

    // The length stands before the bytes, so that no two parts can be cut differently and still be the same.
    private static void Append(ArrayBufferWriter<byte> content, ReadOnlySpan<byte> bytes)
    {
        Append(content, bytes.Length);
        content.Write(bytes);
    }

    private static void Append(ArrayBufferWriter<byte> content, string text)
    {
        Append(content, Encoding.UTF8.GetByteCount(text));
        Encoding.UTF8.GetBytes(text, content);
    }
}
