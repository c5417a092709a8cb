using System.Buffers.Binary;
using System.Buffers.Text;

namespace OpsBoard.LoadTest;

/// <summary>
/// The body of one request, written as bytes: the driver must cost little beside the server that it drives, also where that does next to
/// nothing. Whoever writes answers for the JSON. It is used again when the request was answered.
/// </summary>
internal sealed class BodyBuffer
{
    private byte[] _bytes = new byte[64 * 1024];
    private int _length;

    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, _length);

    public void Clear() => _length = 0;

    public void Raw(ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length);
        bytes.CopyTo(_bytes.AsSpan(_length));
        _length += bytes.Length;
    }

    public void Number(long number)
    {
        Reserve(20);
        Utf8Formatter.TryFormat(number, _bytes.AsSpan(_length), out var written);
        _length += written;
    }

    /// <summary>In the form of a UUID, whose hyphens also keep it from looking like somebody's number.</summary>
    public void Uuid(ulong high, ulong low)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, high);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], low);
        Reserve(36);
        new Guid(bytes, bigEndian: true).TryFormat(_bytes.AsSpan(_length), out var written);
        _length += written;
    }

    private void Reserve(int more)
    {
        if (_length + more > _bytes.Length) Array.Resize(ref _bytes, 2 * _bytes.Length + more);
    }
}
