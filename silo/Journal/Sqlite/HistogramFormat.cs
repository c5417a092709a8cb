using OpsBoard.Counting;

namespace OpsBoard.Silo.Journal.Sqlite;

/// <summary>A histogram as bytes: pairs of bucket number (one byte) and count (eight bytes, little endian), by bucket.</summary>
internal static class HistogramFormat
{
    private const int PairLength = 9;

    public static byte[] Write(Histogram histogram)
    {
        var bytes = new byte[histogram.Buckets.Count * PairLength];
        var rest = bytes.AsSpan();
        foreach (var (bucket, count) in histogram.Buckets)
        {
            rest[0] = (byte)bucket;
            BitConverter.TryWriteBytes(rest[1..], count);
            rest = rest[PairLength..];
        }

        return bytes;
    }

    public static Histogram Read(byte[] bytes) => bytes.Length == 0 ? Histogram.Empty : Histogram.Of(bytes.Chunk(PairLength)
        .Select(static pair => KeyValuePair.Create((int)pair[0], BitConverter.ToInt64(pair, 1))));
}
