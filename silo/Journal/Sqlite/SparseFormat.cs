using System.Buffers.Binary;
using OpsBoard.Counting;

namespace OpsBoard.Silo.Journal.Sqlite;

/// <summary>Sparse counts as bytes: pairs of key (one byte) and count (eight bytes, little endian), by key.</summary>
internal static class SparseFormat
{
    private const int PairLength = 9;

    public static byte[] Write(SparseCounts counts)
    {
        var bytes = new byte[counts.Keys.Length * PairLength];
        for (var i = 0; i < counts.Keys.Length; i++)
        {
            bytes[i * PairLength] = checked((byte)counts.Keys[i]);
            BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan((i * PairLength) + 1), counts.Counts[i]);
        }

        return bytes;
    }

    public static SparseCounts Read(byte[] bytes)
    {
        if (bytes.Length == 0) return SparseCounts.Empty;
        Span<long> dense = stackalloc long[byte.MaxValue + 1];
        dense.Clear();
        for (var at = 0; at < bytes.Length; at += PairLength) dense[bytes[at]] = BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(at + 1));
        return SparseCounts.Of(dense);
    }
}
