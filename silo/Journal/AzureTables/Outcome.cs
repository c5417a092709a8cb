using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using OpsBoard.Counting;
using OpsBoard.Events;
using OpsBoard.Journal;
using OpsBoard.Units;

namespace OpsBoard.Silo.Journal.AzureTables;

/// <summary>
/// What a group made of the journal, in 16 bytes: its verdicts, the windows that it changed with their versions and whole cells, and the
/// number of the last revision. Whoever applies the group later must arrive at the same.
/// </summary>
internal static class Outcome
{
    public const int Length = 16;

    /// <param name="verdicts">Of what is in the log, in its order.</param>
    /// <param name="lastRevision">The highest number of a revision after it; 0 without any.</param>
    public static byte[] Of(IEnumerable<Verdict> verdicts, ImmutableArray<WindowChange> touched, long lastRevision)
    {
        var content = new ArrayBufferWriter<byte>(1024);
        content.Write(verdicts.Select(static verdict => (byte)verdict).ToArray());
        Append(content, lastRevision);
        // What its writer knew already is not in the log, so windows may come in another order here.
        foreach (var change in touched.OrderBy(static change => change.Window, UnitPath.InOrder)) Append(content, change);
        return SHA256.HashData(content.WrittenSpan)[..Length];
    }

    private static void Append(ArrayBufferWriter<byte> content, WindowChange change)
    {
        content.Write(Encoding.UTF8.GetBytes(change.Window.ToString()));
        Append(content, change.Version);
        Append(content, change.LastEventMs);
        foreach (var (day, tally) in change.Cells.OrderBy(static cell => cell.Day)) Append(content, day, tally);
    }

    private static void Append(ArrayBufferWriter<byte> content, BusinessDay day, Tally tally)
    {
        Append(content, day.Number);
        content.Write(MemoryMarshal.AsBytes(tally.Counts.AsSpan()));
        foreach (var counts in (ReadOnlySpan<SparseCounts>)[tally.Waits.Buckets, tally.Handling.Buckets, tally.Trend.Slices])
        {
            Append(content, counts.Packed.Length);
            content.Write(counts.Packed);
        }
    }

    private static void Append(ArrayBufferWriter<byte> content, long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(content.GetSpan(sizeof(long)), value);
        content.Advance(sizeof(long));
    }
}
