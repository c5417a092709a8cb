using System.Buffers.Binary;

namespace OpsBoard.Silo.Faults;

/// <summary>All that a process wrote, in the order in which it reached the disk's cache.</summary>
internal sealed class DiskTrace
{
    private const int RecordLength = 24;

    private readonly List<DiskCall> _calls = [];

    public IReadOnlyList<DiskCall> Calls => _calls;

    public static DiskTrace Read(string file)
    {
        var trace = new DiskTrace();
        var bytes = File.ReadAllBytes(file).AsSpan();
        while (bytes.Length >= RecordLength)
        {
            var operation = (DiskOperation)BinaryPrimitives.ReadUInt32LittleEndian(bytes);
            var name = (char)BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            var (offset, length) = (BinaryPrimitives.ReadInt64LittleEndian(bytes[8..]), (int)BinaryPrimitives.ReadInt64LittleEndian(bytes[16..]));
            trace._calls.Add(new DiskCall(operation, name, offset, bytes.Slice(RecordLength, length).ToArray()));
            bytes = bytes[(RecordLength + length)..];
        }

        return trace;
    }
}
